import { graphql } from '../graph/graphql.ts'
import { namedPapers, namedView } from '../lists/named-papers.tsx'
import { chosenIn, Narrow, sharedKeywords } from '../lists/narrow.tsx'
import { pageOf } from '../lists/paging.ts'
import { at } from '../parts/addresses.ts'
import { Timeline } from '../parts/timeline.tsx'
import { Missing, page } from '../routing/page.ts'

const document = graphql(
  `
  query OrganizationPage(
    $name: String!
    $filter: PaperFilter!
    $isNarrowed: Boolean!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    organization(name: $name) {
      name
      fullName
      avatar
      profile
      timeline(by: MONTH) { from paperCount atLeast }
      papers(first: $first, after: $after, last: $last, before: $before) @skip(if: $isNarrowed) {
        ...NamedPapers
      }
    }
    narrowed: papers(filter: $filter, first: $first, after: $after, last: $last, before: $before)
      @include(if: $isNarrowed) { ...NamedPapers }
    stats(filter: $filter) { ...SharedKeywords }
  }
`,
  [namedPapers, sharedKeywords],
)

const filterOf = (name: string, chosen: string[]) => ({
  organizations: [name],
  ...(chosen.length > 0 && { allKeywords: chosen }),
})

export const organizationPage = page({
  path: '/organizations/:name',
  document,
  variables({ params: { name = '' }, query }) {
    const chosen = chosenIn(query)
    return { name, filter: filterOf(name, chosen), isNarrowed: chosen.length > 0, ...pageOf(query, 50) }
  },
  view({ data: { organization, narrowed, stats }, params: { name = '' }, ...asked }) {
    if (!organization) {
      const hint = (
        <>
          No paper was submitted on its behalf. <a href={at.search(name)}>Search for it</a>.
        </>
      )
      return new Missing(hint, `No organization “${name.slice(0, 80)}”`)
    }
    const { avatar, profile, timeline } = organization
    const title = organization.fullName ?? organization.name
    return namedView(
      {
        kind: 'organization',
        ref: organization.name,
        title,
        shown: (
          <>
            {avatar && <img class="avatar" src={avatar} alt="" width="36" height="36" />} {title}
          </>
        ),
        image: avatar,
        canonical: at.organization(organization.name),
        tie: 'submitted on its behalf',
        isNarrowed: chosenIn(asked.query).length > 0,
        about: <a href={profile}>Hugging Face</a>,
        papers: narrowed ?? organization.papers,
        mail: filterOf(organization.name, chosenIn(asked.query)),
        children: (
          <>
            {chosenIn(asked.query).length === 0 && <Timeline points={timeline} />}
            <Narrow stats={stats} asked={asked} />
          </>
        ),
      },
      asked,
    )
  },
})
