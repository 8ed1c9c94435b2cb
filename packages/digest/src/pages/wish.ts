import { z } from 'zod'
import { parseAddress } from '../subscriptions/address.ts'
import type { Filter } from '../subscriptions/subscription.ts'
import type { Rhythm } from '../when/rhythm.ts'
import { isTimeZone } from '../when/zone.ts'
import { Refused } from './refused.ts'

/** The longest filter, as JSON. */
const MAX_FILTER = 4_000

const given = (value: unknown) =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')).slice(0, 80)
const mustBe = (what: string) => ({
  error: ({ input }: { input?: unknown }) => `must be ${what}, not ${JSON.stringify(given(input))}`,
})

const hour = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number),
  ])
  .pipe(z.int().min(0).max(23))

const rhythmFields = {
  every: z.enum(['DAY', 'WEEK'], mustBe('DAY or WEEK')),
  hour: z
    .unknown()
    .default(7)
    .transform((value, context) => {
      const read = hour.safeParse(value)
      if (read.success) return read.data
      context.addIssue(`must be a whole hour from 0 to 23, not ${JSON.stringify(given(value))}`)
      return z.NEVER
    }),
  timeZone: z
    .string()
    .max(64)
    .refine(isTimeZone, mustBe('an IANA time zone, such as Europe/Berlin'))
    .default('UTC'),
}

const filter = z
  .unknown()
  .default({})
  .transform((value, context): Filter => {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
    const parsed = text.length > MAX_FILTER ? null : parseJson(text)
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed }
    context.addIssue(
      `must be a PaperFilter as JSON, at most ${MAX_FILTER} characters, such as {"keywords": ["agents"]}`,
    )
    return z.NEVER
  })

const email = z
  .unknown()
  .default('')
  .transform((value, context): string => {
    const address = typeof value === 'string' && value.length <= 320 ? parseAddress(value) : null
    if (address) return address
    context.addIssue(
      `must be an e-mail address, such as ada@example.org, not ${JSON.stringify(given(value))}`,
    )
    return z.NEVER
  })

const rhythm = z.object(rhythmFields)
const page = z.string().max(500).optional()
const wish = z.object({ email, filter, page, ...rhythmFields })

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function parsed<T>(schema: z.ZodType<T>, fields: unknown): T {
  const result = schema.safeParse(fields)
  if (result.success) return result.data
  throw new Refused(
    400,
    result.error.issues.map(({ path, message }) => `\`${path.join('.')}\` ${message}.`).join(' '),
  )
}

/** What somebody asks for. */
export interface AskedFor extends Rhythm {
  email: string
  filter: Filter
  /** The page with the form. Undefined when there was none. */
  page?: string | undefined
}

/** @throws Refused naming every field that is wrong */
export const readWish = (fields: Record<string, unknown>): AskedFor => parsed(wish, fields)

/** The times of the mails. @throws Refused naming every field that is wrong */
export const readRhythm = (fields: Record<string, unknown>): Rhythm => parsed(rhythm, fields)
