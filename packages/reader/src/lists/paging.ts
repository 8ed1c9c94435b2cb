/** Position of a page of a list, from its address. */
export interface PageOf {
  first: number | null
  after: string | null
  last: number | null
  before: string | null
}

/** `?after=` and `?before=` have cursors of the API. */
export function pageOf(query: URLSearchParams, size: number): PageOf {
  const before = query.get('before')
  return before
    ? { first: null, after: null, last: size, before }
    : { first: size, after: query.get('after'), last: null, before: null }
}

export interface PageInfo {
  hasNextPage: boolean
  hasPreviousPage: boolean
  startCursor: string | null
  endCursor: string | null
}

function address(path: string, query: URLSearchParams, name: 'after' | 'before', cursor: string): string {
  const kept = [...query].filter(([other]) => other !== 'after' && other !== 'before')
  return `${path}?${new URLSearchParams([...kept, [name, cursor]])}`
}

/** Addresses of the previous and next page. Null when there is none. */
export function neighboursOf(pageInfo: PageInfo, { url, query }: { url: string; query: URLSearchParams }) {
  const path = url.split('?')[0] ?? '/'
  const { hasPreviousPage, hasNextPage, startCursor, endCursor } = pageInfo
  return {
    previous: hasPreviousPage && startCursor ? address(path, query, 'before', startCursor) : null,
    next: hasNextPage && endCursor ? address(path, query, 'after', endCursor) : null,
  }
}

/** An address with one parameter changed, or removed when the value is null. Starts at the first page. */
export const withParameter = (
  url: string,
  query: URLSearchParams,
  name: string,
  value: string | null,
): string => withParameters(url, query, name, value === null ? [] : [value])

/** The same for a parameter that may have several values. */
export function withParameters(
  url: string,
  query: URLSearchParams,
  name: string,
  values: readonly string[],
): string {
  const kept = [...query].filter(([other]) => ![name, 'after', 'before'].includes(other))
  const all = new URLSearchParams([...kept, ...values.map(value => [name, value])]).toString()
  const path = url.split('?')[0] ?? '/'
  return all ? `${path}?${all}` : path
}
