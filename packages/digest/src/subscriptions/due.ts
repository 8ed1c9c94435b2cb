import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import type { Instant } from '../when/rhythm.ts'
import { DUE_PARTITIONS, tokenOf } from './keys.ts'
import type { Key, Token } from './subscription.ts'
import type { Table } from './table.ts'
import { tableDefinition } from './table-definition.ts'

/** A mail that is due. It names the instant, so that a message that comes twice is known again. */
export interface Due {
  token: Token
  at: Instant
}

/** Mails due by an instant, those of earlier hours included: one query for each partition of the index. */
export async function* dueBy({ client, name }: Table, now: Instant): AsyncGenerator<Due[]> {
  for (const partition of DUE_PARTITIONS) {
    const pages = paginateQuery(
      { client },
      {
        TableName: name,
        IndexName: tableDefinition.index.name,
        KeyConditionExpression: 'dueIn = :in AND dueAt <= :now',
        ExpressionAttributeValues: { ':in': partition, ':now': now },
      },
    )
    for await (const { Items = [] } of pages)
      yield (Items as (Key & { dueAt: Instant })[]).map(item => ({ token: tokenOf(item), at: item.dueAt }))
  }
}
