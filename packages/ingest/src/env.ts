import { readSettings } from '@daily-papers/papers/settings.ts'
import { z } from 'zod'

const url = z.url({ protocol: /^https?$/, error: 'must be a URL like https://example.org' })

export const ingestEnv = z.object({
  /** Where the feed is read. */
  HUB_URL: url.default('https://huggingface.co'),
  /** A Hub access token. Without one, the anonymous rate limit applies. */
  HF_TOKEN: z.string().optional(),
  /** Name of the SSM SecureString that holds the token, in place of `HF_TOKEN`. */
  HF_TOKEN_PARAMETER: z.string().optional(),
  TABLE_NAME: z.string({ error: 'must name the DynamoDB table' }),
  /** Any DynamoDB-compatible engine; AWS when unset. */
  DYNAMODB_ENDPOINT: url.optional(),
})

/** The variables that the stack sets on the ingest function, as text. */
export type IngestEnv = z.input<typeof ingestEnv>

/** The settings. @throws Error naming every wrong variable */
export const readEnv = (
  source: Record<string, string | undefined> = process.env,
): z.output<typeof ingestEnv> => readSettings(ingestEnv, source)
