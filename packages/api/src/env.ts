// Bundled whole, zod is a quarter of what a cold start compiles.
import { readSettings } from '@daily-papers/papers/settings.ts'
import * as z from 'zod/mini'
import en from 'zod/v4/locales/en.js'

// The small zod has no words of its own.
z.config(en())

const envSchema = z.object({
  /** The table that the API reads. */
  TABLE_NAME: z.string().check(z.minLength(1)),
  /** URL of a DynamoDB-compatible engine; absent: AWS. */
  DYNAMODB_ENDPOINT: z.optional(z.url()),
  /** The bucket of the snapshot; absent: search, filters and numbers are refused. */
  SNAPSHOT_BUCKET: z.optional(z.string().check(z.minLength(1))),
  /** URL of an S3-compatible engine; absent: AWS. */
  S3_ENDPOINT: z.optional(z.url()),
  /** Where readers reach the API, without a slash at the end; absent: at the host name of the HTTP API. */
  PUBLIC_URL: z.optional(z.url()),
  /** The status of data beside errors; absent: 294. 200 is for proxies that do not let 294 pass. */
  PARTIAL_STATUS: z.optional(z.enum(['200', '294'])),
  /** `true`: papers are mailed, and pages have a form for it. */
  HAS_DIGEST: z.optional(z.literal('true')),
})

/** What the API reads from its environment. */
export type ApiEnv = z.infer<typeof envSchema>

/** The settings. @throws Error naming every wrong variable */
export const readEnv = (source: Record<string, string | undefined> = process.env): ApiEnv =>
  readSettings(envSchema, source)
