import { FEEDS } from '@daily-papers/graph/feed-address.ts'
import { GRAPHQL_TYPE, prefersHtml } from './accept.ts'
import { revalidate } from './cache-headers.ts'
import { compressInPlace } from './compress.ts'
import { CORS_HEADERS, preflight } from './cors.ts'
import { withDeadline } from './deadline.ts'
import { errorResponse } from './error-response.ts'
import { LIMITS } from './limits.ts'
import type { Log } from './log.ts'
import { type HttpRequest, type HttpResponse, jsonResponse } from './message.ts'
import { describeError } from './public-errors.ts'
import { httpRefusal } from './refuse.ts'
import { SECURITY_HEADERS } from './security.ts'

type Handle = (request: HttpRequest) => HttpResponse | Promise<HttpResponse>

export interface Routes {
  graphql: Handle
  /** The GraphiQL page, and its files under `/graphiql/`; null where there is none of that name. */
  graphiqlPage: Handle
  graphiqlFile: (name: string) => Promise<HttpResponse | null>
  /** Everything under `/feeds/`. */
  feed: Handle
  /** `/mcp`, `/llms.txt` and Markdown; absent: there is none. */
  agents?: Handle
  /** Every path that is nothing else's; absent: there is nothing there. */
  page?: Handle
  /** Hands out the snapshot. */
  download: () => Promise<HttpResponse>
  sdl: () => string
  /** What `/health` reports beside `status`; throwing means unavailable. */
  check: () => Promise<Record<string, unknown>>
  log: Log
}

const EVERY_ANSWER = { ...SECURITY_HEADERS, ...CORS_HEADERS }
const HEALTH_TIMEOUT_MS = 5_000

async function health({ check, log }: Routes, requestId: string): Promise<HttpResponse> {
  const headers = { 'cache-control': 'no-store' }
  try {
    const late = () => new Error(`The health check took longer than ${HEALTH_TIMEOUT_MS} ms`)
    return jsonResponse(
      200,
      { status: 'ok', ...(await withDeadline(HEALTH_TIMEOUT_MS, late, check)) },
      headers,
    )
  } catch (error) {
    log({ level: 'ERROR', message: 'health check failed', requestId, error: describeError(error) })
    return jsonResponse(503, { status: 'unavailable', requestId }, headers)
  }
}

const byAccept = (response: HttpResponse): HttpResponse => {
  const vary = [response.headers.vary, 'accept'].filter(Boolean).join(', ')
  return { ...response, headers: { ...response.headers, vary } }
}

/** Today's papers for a browser, and the ways in for a program. */
const landing = async (request: HttpRequest, { page, agents }: Routes): Promise<HttpResponse> =>
  prefersHtml(request)
    ? byAccept(page ? await page(request) : { status: 302, headers: { location: '/graphql' }, body: null })
    : jsonResponse(
        200,
        {
          graphql: '/graphql',
          schema: '/schema.graphql',
          feeds: '/feeds/latest.atom',
          snapshot: '/snapshot',
          health: '/health',
          ...(agents && { mcp: '/mcp', llms: '/llms.txt' }),
        },
        { vary: 'accept' },
      )

const schemaFile = (sdl: string): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=300' },
  body: sdl,
})

const nothing = (): never => {
  throw httpRefusal(404, 'BAD_REQUEST', 'There is nothing at this path. The endpoint is /graphql.')
}

/** `/mcp`, `/llms.txt`, and the pages of papers and days as Markdown. */
const isForAgents = (path: string): boolean =>
  path === '/mcp' || path === '/llms.txt' || /^\/(papers|days)\/.+\.md$/.test(path)

/** What is read at a path of its own, beside the endpoint. */
async function read(request: HttpRequest, routes: Routes, isRead: boolean): Promise<HttpResponse> {
  const { path, requestId } = request
  const readers: Record<string, Handle> = {
    '/': () => landing(request, routes),
    '/health': () => health(routes, requestId),
    '/schema.graphql': () => schemaFile(routes.sdl()),
    '/snapshot': routes.download,
  }
  const file = /^\/graphiql\/([\w.-]+)$/.exec(path)?.[1]
  const answer = path.startsWith(FEEDS)
    ? routes.feed
    : Object.hasOwn(readers, path)
      ? readers[path]
      : file
        ? async () => (await routes.graphiqlFile(file)) ?? nothing()
        : isForAgents(path)
          ? routes.agents
          : routes.page
  if (!isRead && answer) {
    throw httpRefusal(405, 'BAD_REQUEST', 'This path is read-only. Use GET.', { allow: 'GET, HEAD, OPTIONS' })
  }
  return answer ? answer(request) : nothing()
}

function route(request: HttpRequest, routes: Routes): HttpResponse | Promise<HttpResponse> {
  const { method, path, query } = request
  if (path.length + query.length + 1 > LIMITS.urlBytes) {
    const message = `The URL exceeds ${LIMITS.urlBytes} bytes. Send the query by POST, or by its hash (persisted queries).`
    throw httpRefusal(414, 'REQUEST_TOO_LARGE', message)
  }
  if (method === 'OPTIONS') return preflight()
  const isRead = method === 'GET' || method === 'HEAD'
  if (path === '/mcp' && routes.agents) return routes.agents(request)
  if (path !== '/graphql') return read(request, routes, isRead)
  return isRead && prefersHtml(request) ? routes.graphiqlPage(request) : routes.graphql(request)
}

async function routed(request: HttpRequest, routes: Routes): Promise<HttpResponse> {
  try {
    return await route(request, routes)
  } catch (thrown) {
    const response = errorResponse([thrown], request, routes.log)
    if (request.path === '/graphql') response.headers['content-type'] = `${GRAPHQL_TYPE}; charset=utf-8`
    return response
  }
}

/** Answers any request at all, and never throws: what fails is logged, and answered with the request's id. */
export async function answer(request: HttpRequest, routes: Routes): Promise<HttpResponse> {
  const { status, headers: own, body } = revalidate(request, await routed(request, routes))
  const headers = { ...EVERY_ANSWER, ...own, 'x-request-id': request.requestId }
  const response: HttpResponse = { status, headers, body }
  await compressInPlace(request, response)
  if (request.method === 'HEAD') response.body = null
  return response
}
