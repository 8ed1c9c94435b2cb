import { html } from '../mail/html.ts'
import { page } from './page.ts'
import { Refused } from './refused.ts'
import { type Subscribing, subscribe, wantsJson } from './subscribe.ts'
import { answerLink, type Links } from './subscription-actions.ts'

/** Whether the digest answers a path. */
export const isDigestPath = (path: string): boolean => /^\/subscriptions(\/|$)/.test(path)

export type Log = (line: { message: string; error: string }) => void

/**
 * Answers any request for a path of the digest; never throws.
 * @param subscribing What new subscriptions need; null where none are taken.
 */
export async function answer(
  request: Request,
  links: Links,
  subscribing: Subscribing | null,
  log: Log,
): Promise<Response> {
  try {
    return await route(request, links, subscribing)
  } catch (error) {
    if (error instanceof Refused) return refusal(request, error)
    log({
      message: 'request failed',
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
    return refusal(
      request,
      new Refused(503, 'This does not work at the moment. Nothing was changed. Try again in a few minutes.'),
    )
  }
}

async function route(request: Request, links: Links, subscribing: Subscribing | null): Promise<Response> {
  const [, , token, ...rest] = new URL(request.url).pathname.split('/')
  if (rest.length) throw new Refused(404, 'There is nothing here.')
  if (token) {
    allow(request, ['GET', 'HEAD', 'POST'])
    return answerLink(request, token, links)
  }
  if (!subscribing) throw new Refused(404, 'This server takes no new subscriptions.')
  allow(request, ['POST'])
  return subscribe(request, subscribing)
}

function allow(request: Request, methods: string[]): void {
  if (methods.includes(request.method)) return
  throw new Refused(405, `Use ${methods.join(' or ')}, not ${request.method}.`, { allow: methods.join(', ') })
}

function refusal(request: Request, { status, message, headers }: Refused): Response {
  if (wantsJson(request))
    return Response.json({ message }, { status, headers: { ...headers, 'cache-control': 'no-store' } })
  return page(status, 'That did not work', html`<p>${message}</p>`, headers)
}
