import { readSettings } from '@daily-papers/papers/settings.ts'
import { z } from 'zod'

const envSchema = z.object({
  /** The table whose history is exported. */
  TABLE_NAME: z.string().min(1),
  /** Where the export is put. */
  HISTORY_BUCKET: z.string().min(1),
  /** URLs of compatible engines; absent: AWS. */
  DYNAMODB_ENDPOINT: z.url().optional(),
  S3_ENDPOINT: z.url().optional(),
})

/** What the exporter reads from its environment. */
export type ExportEnv = z.infer<typeof envSchema>

/** The settings. @throws Error naming every wrong variable */
export const readEnv = (source: Record<string, string | undefined> = process.env): ExportEnv =>
  readSettings(envSchema, source)
