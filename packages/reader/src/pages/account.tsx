import { graphql } from '../graph/graphql.ts'
import { Choices, ListHead, PaperList, pagedPapers } from '../lists/list.tsx'
import { pageOf, withParameter } from '../lists/paging.ts'
import { at } from '../parts/addresses.ts'
import { counted } from '../parts/count.ts'
import { Dots } from '../parts/dots.tsx'
import { Elsewhere, Missing, page } from '../routing/page.ts'

const document = graphql(
  `
  query AccountPage(
    $username: String!
    $isSubmitter: Boolean!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    hubUser(username: $username) {
      username
      fullName
      avatar
      profile
      paperCount
      submissionCount
      papers(first: $first, after: $after, last: $last, before: $before) @skip(if: $isSubmitter) {
        ...PagedPapers
      }
      submissions(first: $first, after: $after, last: $last, before: $before) @include(if: $isSubmitter) {
        ...PagedPapers
      }
    }
  }
`,
  [pagedPapers],
)

export const accountPage = page({
  path: '/accounts/:username',
  document,
  variables: ({ params: { username = '' }, query }) => ({
    username,
    isSubmitter: query.get('as') === 'submitter',
    ...pageOf(query, 50),
  }),
  view({ data: { hubUser }, params: { username = '' }, ...asked }) {
    if (!hubUser)
      return new Missing(
        'It neither claims a paper of the feed nor submitted one.',
        `No account “${username.slice(0, 80)}”`,
      )
    const { avatar, paperCount, submissionCount, papers, submissions } = hubUser
    const isSubmitter = asked.query.get('as') === 'submitter'
    if (paperCount === 0 && !isSubmitter) return new Elsewhere(`${at.account(hubUser.username)}?as=submitter`)
    const list = isSubmitter ? submissions : papers
    const title = hubUser.fullName ?? hubUser.username
    const { url, query } = asked
    return {
      title: `${title} (@${hubUser.username})`,
      description: `${counted(paperCount, 'paper')} claimed and ${submissionCount} submitted on Daily Papers.`,
      canonical: at.account(hubUser.username),
      isPrivate: true,
      body: (
        <>
          <ListHead
            title={
              <>
                {avatar && <img class="avatar" src={avatar} alt="" width="36" height="36" />} {title}
              </>
            }
          >
            <Dots of={[`@${hubUser.username}`, 'newest first', <a href={hubUser.profile}>Hugging Face</a>]} />
          </ListHead>
          <div class="choice-bar">
            <Choices
              label="Which papers"
              of={[
                {
                  name: `Author of ${paperCount}`,
                  href: withParameter(url, query, 'as', null),
                  isOn: !isSubmitter,
                  isEmpty: paperCount === 0,
                },
                {
                  name: `Submitted ${submissionCount}`,
                  href: withParameter(url, query, 'as', 'submitter'),
                  isOn: isSubmitter,
                  isEmpty: submissionCount === 0,
                },
              ].filter(({ isOn, isEmpty }) => isOn || !isEmpty)}
            />
          </div>
          <div class={isSubmitter ? 'submitted' : undefined}>
            <PaperList
              page={list}
              asked={asked}
              empty={isSubmitter ? 'It submitted none.' : 'It claims none.'}
            />
          </div>
        </>
      ),
    }
  },
})
