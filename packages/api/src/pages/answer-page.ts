import type { CreateReader, Reader } from '@daily-papers/reader/reader.ts'
import type { Log } from '../http/log.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { describeError } from '../http/public-errors.ts'
import { loadedOnce } from '../loaded-once.ts'
import type { AskGraph } from './ask-graph.ts'

export interface PagesOptions {
  ask: AskGraph
  /** Loads the pages when the first one is asked for: a GraphQL request reads none of their files. */
  load: () => Promise<CreateReader>
  now: () => number
  log: Log
}

/** Everything that the graph does not answer is a page, or the page that says there is none. */
export function createPages({ ask, load, now, log }: PagesOptions) {
  const onError = (error: unknown) =>
    log({ level: 'ERROR', message: 'a page could not be made', error: describeError(error) })
  const reader = loadedOnce(
    async (): Promise<Reader> =>
      (await load())({ ask: ({ text }, variables, request) => ask(text, variables, request), now, onError }),
  )
  return async (request: HttpRequest): Promise<HttpResponse> => (await reader())(request)
}
