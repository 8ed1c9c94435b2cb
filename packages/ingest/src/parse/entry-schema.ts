import { paperIdFrom } from '@daily-papers/papers/arxiv.ts'
import { collapse } from '@daily-papers/papers/text.ts'
import { z } from 'zod'

const HUB = 'https://huggingface.co'

/**
 * The longest accepted values. A longer value counts as one of a wrong type. The feed's own are far shorter, and an
 * item holds 400 KB.
 */
const NAME_LENGTH = 1_000
const URL_LENGTH = 2_000
const TEXT_LENGTH = 100_000
const LIST_LENGTH = 10_000

/** Text on one line. */
const textUpTo = (length: number) => z.string().transform(collapse).pipe(z.string().max(length))
const text = textUpTo(TEXT_LENGTH)
const line = text.pipe(z.string().min(1))
const name = textUpTo(NAME_LENGTH).pipe(z.string().min(1))
const count = z.int().nonnegative()

/** An instant of any offset, as UTC with milliseconds. */
const instant = z.iso
  .datetime({ offset: true })
  .transform(text => new Date(text).toISOString())
  .pipe(z.iso.datetime({ precision: 3 }))

/** An absolute http(s) URL, as `resolve` returns it. */
const url = (resolve: (text: string) => URL | null) =>
  z
    .string()
    .transform((text, context) => {
      const found = resolve(text.toWellFormed().trim())
      if (found && /^https?:$/.test(found.protocol)) return found.href
      context.issues.push({ code: 'custom', message: 'Invalid input: expected an http(s) URL', input: text })
      return z.NEVER
    })
    .pipe(z.string().max(URL_LENGTH))

/** The URL of a file on the Hub, often given relative to it. */
const hubUrl = url(text => (text ? URL.parse(text, HUB) : null))
/** The URL of a page that somebody typed, sometimes without `https://`. */
const webUrl = url(text => URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))

/** An arXiv identifier without its version. */
const paperId = z.string().transform((text, context) => {
  const id = /:\/\//.test(text) ? null : paperIdFrom(text)
  if (id !== null) return id
  context.issues.push({ code: 'custom', message: 'Invalid input: expected an arXiv identifier', input: text })
  return z.NEVER
})

/** Elements that cannot be read are left out. */
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(z.unknown())
    .max(LIST_LENGTH)
    .pipe(z.array(item.optional()))
    .transform(items => items.filter(found => found !== undefined))

/** The handle is `user` in the inner paper, `name` in the outer entry. */
const account = z.object({
  user: name.nullish(),
  name: name.nullish(),
  fullname: name.nullish(),
  avatarUrl: hubUrl.nullish(),
})

const organization = z.object({ name, fullname: name.nullish(), avatar: hubUrl.nullish() })

const author = z.object({
  name,
  hidden: z.unknown().optional(),
  status: z.string().max(NAME_LENGTH).nullish(),
  user: account.nullish(),
})

const paper = z.object({
  id: paperId,
  title: line,
  authors: list(author),
  publishedAt: instant,
  summary: text.nullish(),
  upvotes: count.nullish(),
  discussionId: name.nullish(),
  submittedOnDailyAt: instant.nullish(),
  submittedOnDailyBy: account.nullish(),
  mediaUrls: list(hubUrl).nullish(),
  projectPage: webUrl.nullish(),
  githubRepo: webUrl.nullish(),
  githubRepoAddedBy: name.nullish(),
  githubStars: count.nullish(),
  ai_summary: line.nullish(),
  ai_summary_model: name.nullish(),
  ai_keywords: list(textUpTo(NAME_LENGTH)).nullish(),
  organization: organization.nullish(),
  withdrawnAt: instant.nullish(),
})

/** What we use of one entry of the feed. Only the paper with its id, title, authors and date must be there. */
export const entrySchema = z.object({
  paper,
  summary: text.nullish(),
  thumbnail: hubUrl.nullish(),
  /** Until 2024-06-11; most often the thumbnail. */
  mediaUrl: hubUrl.nullish(),
  mediaUrls: list(hubUrl).nullish(),
  numComments: count.nullish(),
  submittedBy: account.nullish(),
  isAuthorParticipating: z.boolean().nullish(),
  organization: organization.nullish(),
  /** What `organization` was called from 2025-09-29 to 2025-10-02. */
  submitterOrganization: organization.nullish(),
})

export type FeedEntry = z.output<typeof entrySchema>
export type FeedAccount = z.output<typeof account>
export type FeedAuthor = z.output<typeof author>
