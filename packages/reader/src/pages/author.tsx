import { graphql } from '../graph/graphql.ts'
import { Missing, page } from '../page/page.ts'
import { at } from '../parts/addresses.ts'
import { counted } from '../parts/count.ts'
import { Feeds } from '../parts/feeds.tsx'
import { Follow } from '../parts/follow.tsx'
import { ListHead, PaperList } from '../parts/list.tsx'
import { neighboursOf, pageOf } from '../parts/paging.ts'
import { paperRow } from '../parts/paper-row.tsx'

const document = graphql(
  `
  query AuthorPage($name: String!, $first: Int, $after: String, $last: Int, $before: String) {
    author(ref: $name) {
      ref
      name
      identity
      hubUsers { username fullName paperCount }
      coauthors(first: 12) { author { name ref } paperCount }
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

const IDENTITY = {
  NAME_ONLY: 'No account claims a paper under this name, so these may be papers of several people.',
  ONE_ACCOUNT: 'One account claims papers under this name; the others may be somebody else’s.',
  SEVERAL_ACCOUNTS: 'Several accounts claim papers under this name: very likely several people.',
}

export const authorPage = page({
  path: '/authors/:name',
  document,
  variables: ({ params: { name = '' }, query }) => ({ name, ...pageOf(query, 50) }),
  view({ data: { author }, params: { name = '' }, ...asked }) {
    if (!author) {
      const hint = (
        <>
          No paper of the feed prints this name. <a href={at.search(name)}>Search for it</a>.
        </>
      )
      return new Missing(hint, `No author “${name.slice(0, 80)}”`)
    }
    const { papers, hubUsers, coauthors } = author
    const neighbours = neighboursOf(papers.pageInfo, asked)
    const total = counted(papers.totalCount ?? 0, 'paper')
    return {
      title: author.name,
      description: `${total} by ${author.name} on Daily Papers.`,
      canonical: at.author(author.ref),
      feeds: { atom: papers.feedUrl, json: papers.jsonFeed },
      mail: { authors: [author.ref] },
      isPrivate: true,
      body: (
        <>
          <ListHead title={author.name} aside={<Follow kind="author" name={author.ref} />}>
            {total}, newest first · <Feeds atom={papers.feedUrl} json={papers.jsonFeed} />
          </ListHead>
          <div class="intro">
            <p>
              {IDENTITY[author.identity]}{' '}
              {hubUsers.map(({ username, fullName }, i) => (
                <span key={username}>
                  {i > 0 && ', '}
                  <a href={at.account(username)}>
                    {fullName ?? username} (@{username})
                  </a>
                </span>
              ))}
            </p>
            {coauthors && coauthors.length > 0 && (
              <p>
                Writes with{' '}
                {coauthors.map(({ author: { name: other, ref }, paperCount }, i) => (
                  <span key={ref}>
                    {i > 0 && ', '}
                    <a href={at.author(ref)}>{other}</a> <small>{paperCount}</small>
                  </span>
                ))}
              </p>
            )}
          </div>
          <PaperList papers={papers.nodes} now={asked.now} hasDays neighbours={neighbours} />
        </>
      ),
    }
  },
})
