/**
 * The digest's own table. All that belongs to a person is in one partition, so that one query finds it and one removes it.
 *
 * | sort key | holds |
 * |---|---|
 * | `SUBSCRIPTION#<id>` | what a person asked for; in the index while mails are sent |
 * | `SENT#<id>#<YYYY-MM>` | papers of earlier mails, by the month that featured them |
 * | `ADDRESS` | whether mails still reach the address |
 * | `CONFIRMATIONS#<day>` | how many confirmations the address was sent on that day |
 */
export const tableDefinition = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expires',
  /** Active subscriptions by the instant of their next mail. It holds keys alone. */
  index: { name: 'due', partitionKey: 'dueIn', sortKey: 'dueAt' },
} as const
