import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { namedPapers, namedView } from '../lists/named-papers.tsx'
import { pageOf } from '../lists/paging.ts'
import { at } from '../parts/addresses.ts'
import { nameClass, shortName } from '../parts/shortened.ts'
import { Missing, page } from '../routing/page.ts'

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
        ...NamedPapers
      }
    }
  }
`,
  [namedPapers],
)

type Author = NonNullable<ResultOf<typeof document>['author']>

const IDENTITY = {
  NAME_ONLY: 'No account claims a paper under this name. These may be papers of several people.',
  ONE_ACCOUNT: 'Papers that this account does not claim may be somebody else’s.',
  SEVERAL_ACCOUNTS: 'They are very likely several people.',
}

/** Accounts that claim the name, and coauthors. */
const Intro = ({ identity, hubUsers, coauthors }: Pick<Author, 'identity' | 'hubUsers' | 'coauthors'>) => (
  <div class="intro">
    <p>
      {hubUsers.length > 0 && 'Some of these papers are claimed by '}
      {hubUsers.map(({ username, fullName }, i) => (
        <span key={username}>
          {i > 0 && ', '}
          <a href={at.account(username)}>
            {fullName ?? username} (@{username})
          </a>
          {i === hubUsers.length - 1 && '. '}
        </span>
      ))}
      {IDENTITY[identity]}
    </p>
    {coauthors && coauthors.length > 0 && (
      <p>
        Writes with{' '}
        {coauthors.map(({ author: { name, ref }, paperCount }, i) => (
          <>
            <span key={ref} class={nameClass(name)}>
              <a href={at.author(ref)}>{shortName(name)}</a> <small>{paperCount}</small>
              {i < coauthors.length - 1 && ','}
            </span>{' '}
          </>
        ))}
      </p>
    )}
  </div>
)

export const authorPage = page({
  path: '/authors/:name',
  document,
  variables: ({ params: { name = '' }, query }) => ({ name, ...pageOf(query, 50) }),
  view({ data: { author }, params: { name = '' }, ...asked }) {
    if (!author) {
      const hint = (
        <>
          No paper here has an author of this name. <a href={at.search(name)}>Search for it</a>.
        </>
      )
      return new Missing(hint, `No author “${name.slice(0, 80)}”`)
    }
    return namedView(
      {
        kind: 'author',
        ref: author.ref,
        title: author.name,
        canonical: at.author(author.ref),
        tie: `by ${author.name}`,
        papers: author.papers,
        mail: { authors: [author.ref] },
        children: <Intro {...author} />,
      },
      asked,
    )
  },
})
