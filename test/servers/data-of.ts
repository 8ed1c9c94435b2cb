import { askQuery } from './ask.ts'

/** The data of a query over HTTP. @throws when the answer has errors, or none at all */
export async function dataOf<T>(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<T> {
  const { body, status, text } = await askQuery(url, query, variables)
  if (!body?.data || body.errors) throw new Error(`${status} ${text.slice(0, 500)}\n${query}`)
  return body.data as T
}
