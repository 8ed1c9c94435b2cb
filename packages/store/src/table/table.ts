import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type DataLoader from 'dataloader'
import type { RequestOptions } from '../questions.ts'
import type { Key } from './keys.ts'

/** A table and the client that reaches it. */
export interface Table {
  client: DynamoDBDocumentClient
  name: string
  /** Gathers the reads by key that are asked for at once; absent: each is sent as it comes. */
  gather?: DataLoader<Key, Key | undefined, string>
  /** The same for consistent reads. */
  gatherConsistent?: DataLoader<Key, Key | undefined, string>
  /** Of the reads by key and by query. */
  options?: RequestOptions
}
