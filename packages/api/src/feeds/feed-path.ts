import { LONGEST_NAME } from '@daily-papers/graph/arguments/entity-key.ts'
import { quoted } from '@daily-papers/graph/errors.ts'
import {
  FEED_FORMATS,
  FEEDS,
  type FeedReference,
  type FeedSubject,
  MOST_UPVOTES,
} from '@daily-papers/graph/feed-address.ts'
import { isDay } from '@daily-papers/papers/days.ts'
import { httpRefusal } from '../http/refuse.ts'

const folders = { authors: 'author', organizations: 'organization', keywords: 'keyword' } as const
const isFolder = (text: string): text is keyof typeof folders => Object.hasOwn(folders, text)

const FORMS = `${FEEDS}latest, ${FEEDS}days/YYYY-MM-DD, ${FEEDS}authors/NAME, ${FEEDS}organizations/NAME and ${FEEDS}keywords/NAME, each with .atom or .json`

const refused = (status: 400 | 404, message: string) => httpRefusal(status, 'BAD_REQUEST', message)

/** API Gateway may have decoded the path already. Text that is no encoding stays as it is, but for an encoded `?`. */
function decoded(text: string): string {
  let once = text
  try {
    once = decodeURIComponent(text)
  } catch {}
  return once.replaceAll('%3F', '?')
}

function subjectOf(stem: string): FeedSubject {
  if (stem === 'latest') return { kind: 'latest' }
  const slash = stem.indexOf('/')
  const folder = stem.slice(0, Math.max(slash, 0))
  const name = decoded(stem.slice(slash + 1))
  if (folder === 'days') {
    if (isDay(name)) return { kind: 'day', day: name }
    throw refused(400, `${quoted(name)} is no day: write an existing one as ${FEEDS}days/YYYY-MM-DD.`)
  }
  if (!isFolder(folder) || name === '') throw refused(404, `There is no such feed. There are ${FORMS}.`)
  if (name.length <= LONGEST_NAME) return { kind: folders[folder], name }
  throw refused(400, `The name has ${name.length} characters: names have at most ${LONGEST_NAME}.`)
}

function minUpvotesIn(query: string): number | null {
  const parameters = new URLSearchParams(query)
  const unknown = parameters.keys().find(name => name !== 'minUpvotes')
  if (unknown !== undefined) {
    throw refused(
      400,
      `${quoted(unknown)} is no parameter of a feed: there is minUpvotes alone. Leave it out.`,
    )
  }
  const [value, ...more] = parameters.getAll('minUpvotes')
  if (value === undefined) return null
  if (more.length === 0 && /^\d{1,6}$/.test(value)) return Number(value)
  throw refused(
    400,
    `minUpvotes takes one whole number from 0 to ${MOST_UPVOTES}, for example minUpvotes=10.`,
  )
}

/**
 * The feed of a URL under `/feeds/`.
 * @throws GraphQLError with 404 where there is no feed, and 400 with the fix where the URL is malformed
 */
export function readFeedPath(path: string, query: string): FeedReference {
  const dot = path.lastIndexOf('.')
  const format = FEED_FORMATS.find(known => known === path.slice(dot + 1))
  if (dot < 0 || !format) throw refused(404, `There is no such feed. There are ${FORMS}.`)
  return { subject: subjectOf(path.slice(FEEDS.length, dot)), format, minUpvotes: minUpvotesIn(query) }
}
