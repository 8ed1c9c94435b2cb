import { quoted } from '@daily-papers/graph/errors.ts'
import { type FeedSubject, feedPath } from '@daily-papers/graph/feed-address.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import { cacheControl, type ResponseHints } from '../http/cache-headers.ts'
import { withDeadline } from '../http/deadline.ts'
import { LIMITS } from '../http/limits.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { httpRefusal } from '../http/refuse.ts'
import { noting, notingAge } from '../max-age.ts'
import { feedContents } from './feed-papers.ts'
import { readFeedPath } from './feed-path.ts'

/** Papers come once an hour. A cache on the way answers feed readers that ask more often. */
const FEED_MAX_AGE_SECONDS = 600

const unknown = (subject: FeedSubject) =>
  httpRefusal(
    404,
    'BAD_REQUEST',
    'name' in subject
      ? `The feed has no paper of the ${subject.kind} ${quoted(subject.name)}. Look for the name with \`${subject.kind}s(startsWith:)\` at /graphql.`
      : 'There is no such feed.',
  )

/** Answers `/feeds/…`, as Atom or JSON Feed, over a store. */
export function createFeeds({ store, now }: { store: Questions; now: () => number }) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const reference = readFeedPath(request.path, request.query)
    const { subject, format, minUpvotes } = reference
    const hints: ResponseHints = { maxAgeSeconds: null, serverTiming: null }
    const noted = noting(store, notingAge(hints, now()))
    const late = () => httpRefusal(504, 'TIMEOUT', 'The feed took too long. Try again in a minute.')
    const contents = await withDeadline(LIMITS.timeoutMs, late, signal =>
      feedContents(noted.forRequest({ signal }), subject, minUpvotes),
    )
    if (contents === null) throw unknown(subject)
    // Loaded by the first feed: queries need no XML.
    const { FEED_TYPES, feedText } = await import('./feed-document.ts')
    const urlAs = (as: typeof format) => `${request.origin}${feedPath({ ...reference, format: as })}`
    return {
      status: 200,
      headers: {
        'content-type': `${FEED_TYPES[format]}; charset=utf-8`,
        'cache-control': cacheControl({
          errors: false,
          maxAgeSeconds: hints.maxAgeSeconds ?? FEED_MAX_AGE_SECONDS,
        }),
      },
      body: feedText(format, { ...contents, minUpvotes, urls: { atom: urlAs('atom'), json: urlAs('json') } }),
    }
  }
}
