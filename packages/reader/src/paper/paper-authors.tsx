import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { at } from '../parts/addresses.ts'
import { nameClass, shortName } from '../parts/shortened.ts'

/** The authors of a paper in printed order. */
export const paperAuthors = graphql(`
  fragment PaperAuthors on Paper {
    authors(first: 100) {
      totalCount
      edges { position printedName claim hubUser { username } node { ref } }
    }
  }
`)

type Paper = ResultOf<typeof paperAuthors>

const CLAIMS: Record<string, string> = {
  claimed_verified: 'claimed and verified',
  admin_assigned: 'assigned by the Hub',
  extracted_confirmed: 'confirmed',
  extracted_pending: 'not confirmed yet',
  claimed: 'claimed',
}

type Edges = Paper['authors']['edges']

const Names = ({ edges }: { edges: Edges }) => (
  <>
    {edges.map(({ position, printedName, claim, hubUser, node }, i) => (
      <span key={position}>
        <a class={nameClass(printedName)} href={at.author(node.ref)} dir="auto">
          {shortName(printedName)}
        </a>
        {hubUser && (
          <>
            {' '}
            <a
              class="account"
              href={at.account(hubUser.username)}
              title={claim ? (CLAIMS[claim] ?? claim) : undefined}
            >
              @{hubUser.username}
            </a>
          </>
        )}
        {i < edges.length - 1 && ', '}
      </span>
    ))}
  </>
)

const SHOWN = 24

/** All authors in printed order, with the accounts that claim to be them. A long list can be expanded. */
export function PaperAuthors({ authors: { totalCount, edges } }: Pick<Paper, 'authors'>) {
  const [first, rest] = edges.length > SHOWN + 3 ? [edges.slice(0, SHOWN), edges.slice(SHOWN)] : [edges, []]
  const beyond = (totalCount ?? edges.length) - edges.length
  return (
    <div class="authors">
      <p>
        <Names edges={first} />
      </p>
      {rest.length > 0 && (
        <details>
          <summary>and {rest.length + beyond} more</summary>
          <p>
            <Names edges={rest} />
            {beyond > 0 && ` and ${beyond} more`}
          </p>
        </details>
      )}
    </div>
  )
}
