import { pages } from '../pages/pages.ts'
import { failedPage, missingPage, slowPage } from '../pages/trouble.tsx'
import type { CreateReader, ReaderResponse } from '../reader.ts'
import { askPage, Late } from './ask-page.ts'
import { fileAt } from './files.ts'
import { matcher } from './match.ts'
import { type Asked, Elsewhere, Missing } from './page.ts'
import { redirect, respond } from './respond.tsx'

const routes = pages.map(page => ({ page, match: matcher(page.path) }))

/** The page of a path, with the parts of the path that it names. */
function routeTo(path: string) {
  for (const { page, match } of routes) {
    const params = match(path)
    if (params) return { page, params }
  }
  return null
}

export const createReader: CreateReader = ({ ask, now = Date.now, timeoutMs = 10_000 }) => {
  const reader = async (asked: Asked, path: string): Promise<ReaderResponse> => {
    const route = routeTo(path)
    if (!route) return respond(asked, missingPage(new Missing(null)), { status: 404 })
    const { page, params } = route
    const variables = page.variables({ ...asked, params })
    if (variables instanceof Elsewhere) return redirect(variables)
    if (variables instanceof Missing)
      return respond(asked, missingPage(variables), { status: variables.status })
    const question = { document: page.document, variables: variables as Record<string, unknown> }
    const { data, codes, maxAgeSeconds } = await askPage(ask, question, timeoutMs)
    if (data === null) return respond(asked, failedPage(codes), { status: 503 })
    const view = page.view({ ...asked, params, data: data as never, codes })
    if (view instanceof Elsewhere) return redirect(view)
    if (view instanceof Missing) return respond(asked, missingPage(view), { status: view.status })
    return respond(asked, view, { status: 200, maxAgeSeconds, question })
  }
  return async ({ path, query, origin }) => {
    const file = await fileAt({ path, query, origin, ask, now })
    if (file) return file
    const url = query ? `${path}?${query}` : path
    const asked: Asked = { params: {}, query: new URLSearchParams(query), url, origin, now: now() }
    try {
      return await reader(asked, path.length > 1 ? path.replace(/\/+$/, '') : path)
    } catch (error) {
      if (error instanceof Late) return respond(asked, slowPage(), { status: 504 })
      throw error
    }
  }
}
