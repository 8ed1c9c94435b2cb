import { resolve } from 'node:path'
import { readSettings } from '@daily-papers/papers/settings.ts'
import { z } from 'zod'

const url = z
  .url({ protocol: /^https?$/, error: 'must be a URL like https://example.org' })
  .transform(text => text.replace(/\/+$/, ''))

const port = z
  .string()
  .refine(
    text => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
    'must be a port, 0 to 65535 (0: any free one)',
  )
  .transform(Number)

/** At most 248 characters, so that `-sample` and `-digest` fit within DynamoDB's 255. */
const tableName = z
  .string()
  .regex(/^[\w.-]{3,248}$/, 'must be 3 to 248 letters, digits, dots, hyphens or underscores')

const instant = z.iso.datetime({
  offset: true,
  error: 'must be an instant with its offset, like 2026-05-29T12:00:00Z',
})

const variables = z.object({
  PORT: port.default(4000),
  HOST: z.string().default('127.0.0.1'),
  HUB_URL: url.default('https://huggingface.co'),
  HF_TOKEN: z.string().optional(),
  PUBLIC_URL: url.optional(),
  PARTIAL_STATUS: z.enum(['200', '294'], { error: 'must be 200 or 294' }).optional(),
  DYNAMODB_ENDPOINT: url.optional(),
  TABLE_NAME: tableName.default('daily-papers'),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform(path => resolve(path)),
  NOW: instant.optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      hostname: /./,
      error: 'must be a URL like smtps://user:password@mail.example.org',
    })
    .optional(),
  DIGEST_FROM: z.string().default('papers@localhost'),
  DIGEST_TABLE: tableName.optional(),
  DKIM_KEY: z.string().optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[\w-]+$/, 'must be letters, digits and hyphens')
    .default('digest'),
})

/** The settings of the local commands. The README documents each. */
export type Env = z.infer<typeof variables>

/** The settings. @throws Error naming every wrong variable, its value and what it must be */
export const readEnv = (source: Record<string, string | undefined> = process.env): Env =>
  readSettings(variables, source)

/** The table that holds the sample while the Hub cannot be reached. */
export const sampleTable = ({ TABLE_NAME }: Pick<Env, 'TABLE_NAME'>): string => `${TABLE_NAME}-sample`
