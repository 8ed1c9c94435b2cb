// Names may contain any character. A lone surrogate cannot be encoded.
const encoded = (text: string) => encodeURIComponent(text.toWellFormed())
// API Gateway decodes a path once and may cut it off at a `?`, so that is encoded twice.
const segment = (text: string) => encoded(text).replaceAll('%3F', '%253F')

/** Addresses of pages. */
export const at = {
  day: (date: string) => `/days/${date}`,
  week: (week: string) => `/weeks/${week}`,
  month: (month: string) => `/months/${month}`,
  paper: (paperId: string) => `/papers/${paperId}`,
  author: (ref: string) => `/authors/${segment(ref)}`,
  organization: (name: string) => `/organizations/${segment(name)}`,
  account: (username: string) => `/accounts/${segment(username)}`,
  keyword: (name: string) => `/keywords/${segment(name)}`,
  search: (query: string) => `/search?q=${encoded(query)}`,
}
