import type { ResultOf } from 'gql.tada'
import { z } from 'zod'
import { graphql } from '../graph/graphql.ts'
import { instant } from './text.ts'

/** The freshness of a result. */
export const fresh = graphql(`
  fragment Fresh on Status {
    lastIngestAt
    snapshotAt
  }
`)

type Fresh = ResultOf<typeof fresh>

/** The same as data: when the feed was read, and the time of the snapshot for search, filters and statistics. */
export const freshness = {
  feedReadAt: z.string().nullable(),
  snapshotAt: z.string().nullable(),
}

export const toFreshness = ({ lastIngestAt, snapshotAt }: Fresh) => ({ feedReadAt: lastIngestAt, snapshotAt })

/** The last line of a result. */
export function freshLine({ lastIngestAt, snapshotAt }: Fresh, usesSnapshot: boolean): string {
  const read = lastIngestAt ? `Feed read ${instant(lastIngestAt)}` : 'The feed has not been read yet'
  return usesSnapshot && snapshotAt
    ? `${read}; search, filters and numbers as of ${instant(snapshotAt)}.`
    : `${read}.`
}
