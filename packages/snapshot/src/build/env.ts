import { z } from 'zod'

const envSchema = z.object({
  /** The table that the snapshot is made of. */
  TABLE_NAME: z.string().min(1),
  /** Where it is published. */
  SNAPSHOT_BUCKET: z.string().min(1),
  /** URLs of compatible engines; absent: AWS. */
  DYNAMODB_ENDPOINT: z.url().optional(),
  S3_ENDPOINT: z.url().optional(),
})

/** What the builder reads from its environment. */
export type SnapshotEnv = z.infer<typeof envSchema>

/** Reads the settings. A blank variable is unset. @throws Error naming every wrong variable */
export function readEnv(source: Record<string, string | undefined> = process.env): SnapshotEnv {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const { success, data, error } = envSchema.safeParse(set)
  if (success) return data
  const problems = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new Error(`cannot start with these settings:\n${problems.join('\n')}`)
}
