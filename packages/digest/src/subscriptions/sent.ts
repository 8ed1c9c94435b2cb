import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Day, Instant } from '../when/rhythm.ts'
import { DAY_S, seconds } from './item.ts'
import { sentKey } from './keys.ts'
import type { Token } from './subscription.ts'
import type { Table } from './table.ts'

/** How long sent papers are remembered after the last mail with one of their month. */
const REMEMBERED_S = 2 * 366 * DAY_S

export interface Featured {
  paperId: string
  featuredOn: Day
}

const monthOf = ({ featuredOn }: Featured): string => featuredOn.slice(0, 7)

/** The papers that were in no earlier mail of the subscription. One request for each month that featured them. */
export async function notSent<P extends Featured>(
  { client, name }: Table,
  token: Token,
  papers: readonly P[],
): Promise<P[]> {
  const months = [...new Set(papers.map(monthOf))]
  const known = await Promise.all(
    months.map(async month => {
      const get = new GetCommand({ TableName: name, Key: sentKey(token, month), ConsistentRead: true })
      const ids: Iterable<string> = (await client.send(get)).Item?.papers ?? []
      return [...ids]
    }),
  )
  const sent = new Set(known.flat())
  return papers.filter(({ paperId }) => !sent.has(paperId))
}

/** Remembers the papers of a mail. Idempotent. */
export async function rememberSent(
  { client, name }: Table,
  token: Token,
  papers: readonly Featured[],
  now: Instant,
): Promise<void> {
  for (const [month, ofMonth] of Map.groupBy(papers, monthOf)) {
    const update = new UpdateCommand({
      TableName: name,
      Key: sentKey(token, month),
      UpdateExpression: 'ADD papers :ids SET expires = :expires',
      ExpressionAttributeValues: {
        ':ids': new Set(ofMonth.map(({ paperId }) => paperId)),
        ':expires': seconds(now) + REMEMBERED_S,
      },
    })
    await client.send(update)
  }
}
