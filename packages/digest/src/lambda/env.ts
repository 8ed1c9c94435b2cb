import { z } from 'zod'

const url = z.url({ protocol: /^https?$/, error: 'must be a URL like https://example.org' })
const name = (what: string) => z.string({ error: `must name ${what}` })

const linksEnv = z.object({
  /** The digest's own table. */
  TABLE_NAME: name('the table of subscriptions'),
  /** Any DynamoDB-compatible engine; AWS when unset. */
  DYNAMODB_ENDPOINT: url.optional(),
})

const digestEnv = linksEnv.extend({
  /** Who mails are from; SES must have verified it. */
  DIGEST_FROM: name('the sender'),
  /** Where the API is asked. */
  GRAPHQL_URL: url,
  /** Where the links of mails lead, without a slash at the end. */
  SITE_URL: url,
  /** What reports bounces and complaints. */
  CONFIGURATION_SET: name('the configuration set'),
  /** One message for each mail that is due. */
  QUEUE_URL: url,
  /** Confirmations that leave in an hour at most. */
  HOURLY_CONFIRMATIONS: z.coerce.number().int().positive().default(200),
})

/** The variables that the stack sets, as text. */
export type LinksEnv = z.input<typeof linksEnv>
export type DigestEnv = Omit<z.input<typeof digestEnv>, 'HOURLY_CONFIRMATIONS'> & {
  HOURLY_CONFIRMATIONS?: string
}

type Source = Record<string, string | undefined>

function read<T>(schema: z.ZodType<T>, source: Source): T {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const result = schema.safeParse(set)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`)
  throw new Error(`cannot start with these settings:\n${problems.join('\n')}`)
}

/** Settings of the function behind the links. @throws Error naming every wrong variable at once */
export const readLinksEnv = (source: Source = process.env): z.output<typeof linksEnv> =>
  read(linksEnv, source)

/** Settings of the function that sends. @throws Error naming every wrong variable at once */
export const readDigestEnv = (source: Source = process.env): z.output<typeof digestEnv> =>
  read(digestEnv, source)
