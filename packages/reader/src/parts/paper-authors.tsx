import type { Paper } from '../pages/paper.tsx'
import { at } from './addresses.ts'

const CLAIMS: Record<string, string> = {
  claimed_verified: 'claimed and verified',
  admin_assigned: 'assigned by the Hub',
  extracted_confirmed: 'confirmed',
  extracted_pending: 'not confirmed yet',
  claimed: 'claimed',
}

/** All authors in print order, with the accounts that claim to be them. */
export function PaperAuthors({ authors: { totalCount, edges } }: Pick<Paper, 'authors'>) {
  const more = (totalCount ?? edges.length) - edges.length
  return (
    <p class="authors">
      {edges.map(({ position, printedName, claim, hubUser, node }, i) => (
        <span key={position}>
          <a href={at.author(node.ref)} dir="auto">
            {printedName}
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
      {more > 0 && ` and ${more} more`}
    </p>
  )
}
