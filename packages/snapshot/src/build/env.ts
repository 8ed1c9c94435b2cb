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

/** The environment, or an error that lists all that is wrong with it at once. */
export function readEnv(env: Record<string, string | undefined> = process.env): SnapshotEnv {
  const { success, data, error } = envSchema.safeParse(env)
  if (success) return data
  const problems = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new Error(`The environment of the snapshot's builder is not complete:\n${problems.join('\n')}`)
}
