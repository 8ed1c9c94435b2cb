import { readSettings } from '@daily-papers/papers/settings.ts'
import { z } from 'zod'

const envSchema = z.object({
  /** The table that the snapshot is built from. */
  TABLE_NAME: z.string().min(1),
  /** Where it is published. */
  SNAPSHOT_BUCKET: z.string().min(1),
  /** URLs of compatible engines; absent: AWS. */
  DYNAMODB_ENDPOINT: z.url().optional(),
  S3_ENDPOINT: z.url().optional(),
})

/** What the builder reads from its environment. */
export type SnapshotEnv = z.infer<typeof envSchema>

/** The settings. @throws Error naming every wrong variable */
export const readEnv = (source: Record<string, string | undefined> = process.env): SnapshotEnv =>
  readSettings(envSchema, source)
