import { graphql } from '../graph/graphql.ts'
import { Missing, page } from '../page/page.ts'
import { at } from '../parts/addresses.ts'
import { counted } from '../parts/count.ts'
import { Feeds } from '../parts/feeds.tsx'
import { Follow } from '../parts/follow.tsx'
import { ListHead, PaperList } from '../parts/list.tsx'
import { neighboursOf, pageOf } from '../parts/paging.ts'
import { paperRow } from '../parts/paper-row.tsx'
import { Timeline } from '../parts/timeline.tsx'

const document = graphql(
  `
  query OrganizationPage($name: String!, $first: Int, $after: String, $last: Int, $before: String) {
    organization(name: $name) {
      name
      fullName
      avatar
      profile
      timeline(by: MONTH) { from paperCount }
      papers(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        feedUrl
        jsonFeed: feedUrl(format: JSON)
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        nodes { ...PaperRow }
      }
    }
  }
`,
  [paperRow],
)

export const organizationPage = page({
  path: '/organizations/:name',
  document,
  variables: ({ params: { name = '' }, query }) => ({ name, ...pageOf(query, 50) }),
  view({ data: { organization }, params: { name = '' }, ...asked }) {
    if (!organization) {
      const hint = (
        <>
          No paper was submitted on its behalf. <a href={at.search(name)}>Search for it</a>.
        </>
      )
      return new Missing(hint, `No organization “${name.slice(0, 80)}”`)
    }
    const { papers, avatar, timeline } = organization
    const title = organization.fullName ?? organization.name
    const total = counted(papers.totalCount ?? 0, 'paper')
    return {
      title,
      description: `${total} submitted on behalf of ${title} on Daily Papers.`,
      canonical: at.organization(organization.name),
      image: avatar,
      feeds: { atom: papers.feedUrl, json: papers.jsonFeed },
      mail: { organizations: [organization.name] },
      body: (
        <>
          <ListHead
            title={
              <>
                {avatar && <img class="avatar" src={avatar} alt="" width="36" height="36" />} {title}
              </>
            }
            aside={<Follow kind="organization" name={organization.name} />}
          >
            {total} submitted on its behalf, newest first · <a href={organization.profile}>Hugging Face</a> ·{' '}
            <Feeds atom={papers.feedUrl} json={papers.jsonFeed} />
          </ListHead>
          <Timeline points={timeline} />
          <PaperList
            papers={papers.nodes}
            now={asked.now}
            hasDays
            neighbours={neighboursOf(papers.pageInfo, asked)}
          />
        </>
      ),
    }
  },
})
