import { z } from 'zod'

const envSchema = z.object({
  /** The table that the API reads. */
  TABLE_NAME: z.string().min(1),
  /** URL of a DynamoDB-compatible engine; absent: AWS. */
  DYNAMODB_ENDPOINT: z.url().optional(),
  /** The bucket of the snapshot; absent: search, filters and numbers are refused. */
  SNAPSHOT_BUCKET: z.string().min(1).optional(),
  /** URL of an S3-compatible engine; absent: AWS. */
  S3_ENDPOINT: z.url().optional(),
  /** Where readers reach the API, without a slash at the end; absent: at the host name of the HTTP API. */
  PUBLIC_URL: z.url().optional(),
})

/** What the API reads from its environment. */
export type ApiEnv = z.infer<typeof envSchema>

/** The environment, or an error that lists all that is wrong with it at once. */
export function readEnv(env: Record<string, string | undefined> = process.env): ApiEnv {
  const { success, data, error } = envSchema.safeParse(env)
  if (success) return data
  const problems = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new Error(`The environment of the API is not complete:\n${problems.join('\n')}`)
}
