import type { ResultOf, VariablesOf } from 'gql.tada'
import type { ComponentChild } from 'preact'

/** Input of a page: parts of the path, query and time. */
export interface Asked {
  /** Parameters of the path, decoded. */
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** Path with query string, as requested. */
  url: string
  origin: string
  /** Milliseconds since the epoch. */
  now: number
  /** Whether lists can be subscribed to by e-mail. */
  hasDigest: boolean
}

/** Context for the lists of a page. */
export type AskedList = Pick<Asked, 'url' | 'query' | 'now'>

/** Redirect to another address. */
export class Elsewhere {
  readonly location: string
  readonly status: 301 | 302

  constructor(location: string, status: 301 | 302 = 302) {
    this.location = location
    this.status = status
  }
}

/** Nothing exists at this address. */
export class Missing {
  /** Text that says what to do instead. */
  readonly hint: ComponentChild
  readonly title: string
  readonly status: 400 | 404

  constructor(hint: ComponentChild, title = 'There is no such page', status: 400 | 404 = 404) {
    this.hint = hint
    this.title = title
    this.status = status
  }
}

/** The `PaperFilter` of a list itself. Without fields: all papers. */
export type MailFilter = Readonly<Record<string, unknown>>

export interface View {
  /** Title of the window, without the name of the site. */
  title: string
  /** Description for search engines and link previews. */
  description: string
  /** Canonical address, with the parameters that matter. Absent: the requested path. */
  canonical?: string
  image?: string | null
  /** Address of the Markdown version. */
  markdown?: string
  /** More elements of `<head>`. */
  head?: ComponentChild
  /** Feeds of the list, Atom and JSON. */
  feeds?: { atom: string | null; json: string | null } | undefined
  /** Filter of the papers that can be mailed from here. */
  mail?: MailFilter | undefined
  /** Addresses of the previous and next page. */
  previous?: string | null | undefined
  next?: string | null | undefined
  isPrivate?: boolean
  /** Active entry of the navigation. */
  section?: string
  /** Island that the page loads at once. */
  island?: 'saved' | 'new'
  body: ComponentChild
}

export interface Given<Data> extends Asked {
  data: Data
  /** Codes of errors that set parts of the data to null. */
  codes: ReadonlySet<string>
}

/** A page: its path, its document, and its content. */
export interface Page<Document = unknown> {
  /** `/days/:date`. `*` at the end matches anything. */
  path: string
  document: Document
  variables(asked: Asked): VariablesOf<Document> | Elsewhere | Missing
  view(given: Given<ResultOf<Document>>): View | Elsewhere | Missing
}

export type AnyPage = Pick<Page, 'path'> & {
  document: object
  variables(asked: Asked): object | Elsewhere | Missing
  view(given: Given<never>): View | Elsewhere | Missing
}

export const page = <Document extends object>(definition: Page<Document>): AnyPage =>
  definition as unknown as AnyPage
