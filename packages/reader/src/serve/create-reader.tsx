import { fileAt } from '../files/files.ts'
import { allDocuments } from '../graph/graphql.ts'
import { pages } from '../pages/pages.ts'
import { failedPage, missingPage, slowPage } from '../pages/trouble.tsx'
import type { CreateReader, ReaderRequest, ReaderResponse } from '../reader.ts'
import { askPage, Late } from '../routing/ask-page.ts'
import { matcher } from '../routing/match.ts'
import { type Asked, Elsewhere, Missing } from '../routing/page.ts'
import { redirect, respond } from './respond.tsx'

export const documents = allDocuments()

const routes = pages.map(page => ({ page, match: matcher(page.path) }))

/** The page whose path matches, with the parameters of the path. */
function routeTo(path: string) {
  for (const { page, match } of routes) {
    const params = match(path)
    if (params) return { page, params }
  }
  return null
}

export const createReader: CreateReader = ({
  ask,
  now = Date.now,
  hasDigest = false,
  timeoutMs = 10_000,
  onError,
}) => {
  const answer = async (asked: Asked, request: ReaderRequest): Promise<ReaderResponse> => {
    const { path } = request
    const route = routeTo(path.length > 1 ? path.replace(/\/+$/, '') : path)
    if (!route) return respond(asked, missingPage(new Missing(null)), { status: 404 })
    const { page, params } = route
    const variables = page.variables({ ...asked, params })
    if (variables instanceof Elsewhere) return redirect(variables)
    if (variables instanceof Missing)
      return respond(asked, missingPage(variables), { status: variables.status })
    const question = { document: page.document, variables: variables as Record<string, unknown> }
    const { data, codes, maxAgeSeconds } = await askPage(question, { ask, request, timeoutMs })
    if (data === null) return respond(asked, failedPage(codes, asked.url), { status: 503 })
    const view = page.view({ ...asked, params, data: data as never, codes })
    if (view instanceof Elsewhere) return redirect(view)
    if (view instanceof Missing) return respond(asked, missingPage(view), { status: view.status })
    return respond(asked, view, { status: 200, maxAgeSeconds, question })
  }
  return async request => {
    const { path, query, origin } = request
    const url = query ? `${path}?${query}` : path
    const asked: Asked = {
      params: {},
      query: new URLSearchParams(query),
      url,
      origin,
      now: now(),
      hasDigest,
    }
    try {
      return (await fileAt({ request, ask, timeoutMs })) ?? (await answer(asked, request))
    } catch (error) {
      if (error instanceof Late) return respond(asked, slowPage(asked.url), { status: 504 })
      onError?.(error, request)
      return respond(asked, failedPage(new Set(), asked.url), { status: 500 })
    }
  }
}
