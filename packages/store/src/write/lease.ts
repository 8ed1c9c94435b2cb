import { randomUUID } from 'node:crypto'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { type Packed, pack, unpack } from '../items/pack.ts'
import { type Key, leaseKey } from '../table/keys.ts'
import { getItems } from '../table/requests.ts'
import type { Table } from '../table/table.ts'
import type { Journal } from './journal.ts'

export interface LeaseOptions {
  /** Names the writing process, for example `host/pid/start`. */
  owner: string
  /** Whether the process with this name is known to be dead. Its lease then need not expire. */
  isGone?: (owner: string) => boolean
  /** How long a lease is valid without being extended. */
  leaseMs: number
  /** How long to wait for another writer. */
  patienceMs: number
  now: () => number
  sleep: (ms: number) => Promise<unknown>
}

/** Lease: held by the only writer that may write. */
export interface Lease {
  /** The journal of a crashed writer. */
  left: Journal | null
  /** Writes the journal to the table. After this, other writes may begin. */
  write(journal: Journal): Promise<void>
  /** @throws when the lease may have expired, or another writer has it. Nothing more may be written. */
  check(): void
}

interface LeaseItem extends Key {
  owner: string
  /** Identifies this acquisition of the lease, so that a request that the SDK retries is recognised. */
  token: string
  until: number
  journal?: Packed
}

/** Whether a writer is working, or a crashed one has left a journal. 1 request. */
export async function isHeld(table: Table): Promise<boolean> {
  return (await readLease(table)) !== undefined
}

async function readLease(table: Table): Promise<LeaseItem | undefined> {
  const [item] = await getItems<LeaseItem>(table, [leaseKey], { consistent: true })
  return item
}

export class LeaseError extends Error {
  override name = 'LeaseError'
}

/**
 * Runs `work` as the table's only writer. The journal is deleted with the lease if `work` succeeds, and stays if it
 * fails.
 */
export async function withLease<T>(
  table: Table,
  options: LeaseOptions,
  work: (lease: Lease) => Promise<T>,
): Promise<T> {
  const { leaseMs, now } = options
  const token = randomUUID()
  const taken = await acquire(table, options, token)
  let alive = now()
  let lost = false
  const extend = async (): Promise<void> => {
    const at = now()
    if (await take(table, options, token)) alive = at
    else lost = true
  }
  const heartbeat = setInterval(() => void extend().catch(() => {}), leaseMs / 3)
  heartbeat.unref()
  try {
    const result = await work({
      left: taken.journal ? unpack<Journal>(taken.journal) : null,
      async write(journal) {
        await table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: leaseKey,
            UpdateExpression: 'SET journal = :journal',
            ConditionExpression: '#token = :token',
            ExpressionAttributeNames: { '#token': 'token' },
            ExpressionAttributeValues: { ':journal': pack(journal), ':token': token },
          }),
        )
      },
      check() {
        if (lost || now() - alive > leaseMs)
          throw new LeaseError('The lease expired before all was written. Run the ingest again.')
      },
    })
    clearInterval(heartbeat)
    await release(table, token)
    return result
  } catch (error) {
    clearInterval(heartbeat)
    await giveUp(table, token)
    throw error
  }
}

async function acquire(table: Table, options: LeaseOptions, token: string): Promise<LeaseItem> {
  const deadline = options.now() + options.patienceMs
  for (;;) {
    const free = await take(table, options, token, 'attribute_not_exists(pk) OR #until < :now', {
      ':now': options.now(),
    })
    if (free) return free
    const holder = (await readLease(table))?.owner
    if (holder !== undefined && options.isGone?.(holder)) {
      const inherited = await take(table, options, token, '#owner = :holder', { ':holder': holder })
      if (inherited) return inherited
    }
    if (options.now() > deadline)
      throw new LeaseError(`Another ingest (${holder ?? 'unknown'}) is writing. Try again when it has ended.`)
    await options.sleep(Math.min(250, options.leaseMs / 4))
  }
}

/** Extends the lease, or takes it if `condition` holds. Null if it does not. A journal in it stays. */
async function take(
  table: Table,
  { owner, leaseMs, now }: LeaseOptions,
  token: string,
  condition?: string,
  values: Record<string, unknown> = {},
): Promise<LeaseItem | null> {
  try {
    const { Attributes } = await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: leaseKey,
        UpdateExpression: 'SET #owner = :owner, #until = :until, #token = :token',
        ConditionExpression: condition ? `#token = :token OR ${condition}` : '#token = :token',
        ExpressionAttributeNames: { '#owner': 'owner', '#until': 'until', '#token': 'token' },
        ExpressionAttributeValues: {
          ':owner': owner,
          ':until': now() + leaseMs,
          ':token': token,
          ...values,
        },
        ReturnValues: 'ALL_NEW',
      }),
    )
    return Attributes as LeaseItem
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return null
    throw error
  }
}

/**
 * Deletes the lease with its journal. A missing lease is no error, because the response to a first try may have been
 * lost.
 */
async function release(table: Table, token: string): Promise<void> {
  const remove = new DeleteCommand({
    TableName: table.name,
    Key: leaseKey,
    ConditionExpression: '#token = :token',
    ExpressionAttributeNames: { '#token': 'token' },
    ExpressionAttributeValues: { ':token': token },
  })
  await table.client.send(remove).catch(error => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  })
}

/** Expires the lease at once, so that the next writer recovers. Best effort, because the lease also expires by itself. */
async function giveUp(table: Table, token: string): Promise<void> {
  const update = new UpdateCommand({
    TableName: table.name,
    Key: leaseKey,
    UpdateExpression: 'SET #until = :past',
    ConditionExpression: '#token = :token',
    ExpressionAttributeNames: { '#until': 'until', '#token': 'token' },
    ExpressionAttributeValues: { ':past': 0, ':token': token },
  })
  await table.client.send(update).catch(() => {})
}
