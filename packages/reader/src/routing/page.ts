import type { ResultOf, VariablesOf } from 'gql.tada'
import type { ComponentChild } from 'preact'

/** What a page is asked with. */
export interface Asked {
  /** The parts of the path that its pattern names, decoded. */
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** Path with query, as asked. */
  url: string
  origin: string
  /** Milliseconds since the epoch. */
  now: number
  /** Whether lists can be subscribed to by e-mail. */
  hasDigest: boolean
}

/** What the lists of a page need to know of it. */
export type AskedList = Pick<Asked, 'url' | 'query' | 'now'>

/** Another address to go to in place of a page. */
export class Elsewhere {
  readonly location: string
  readonly status: 301 | 302

  constructor(location: string, status: 301 | 302 = 302) {
    this.location = location
    this.status = status
  }
}

/** There is nothing at an address. */
export class Missing {
  /** What to do instead. */
  readonly hint: ComponentChild
  readonly title: string
  readonly status: 400 | 404

  constructor(hint: ComponentChild, title = 'There is no such page', status: 400 | 404 = 404) {
    this.hint = hint
    this.title = title
    this.status = status
  }
}

/** What a list is by itself, as a `PaperFilter` of the graph; none of its fields: all papers. */
export type MailFilter = Readonly<Record<string, unknown>>

export interface View {
  /** Of the window, without the name of the site. */
  title: string
  /** For search engines and link previews. */
  description: string
  /** Its one address, with the query that matters; absent: the path asked. */
  canonical?: string
  image?: string | null
  /** The address of the same as Markdown. */
  markdown?: string
  /** More elements of `<head>`. */
  head?: ComponentChild
  /** Atom and JSON feeds of what is listed. */
  feeds?: { atom: string | null; json: string | null } | undefined
  /** Which papers can be mailed from here. */
  mail?: MailFilter | undefined
  /** Addresses of the pages before and after. */
  previous?: string | null | undefined
  next?: string | null | undefined
  isPrivate?: boolean
  /** Which page of the navigation it is. */
  section?: string
  /** An island that the page needs from the start. */
  island?: 'saved' | 'new'
  body: ComponentChild
}

export interface Given<Data> extends Asked {
  data: Data
  /** Codes of errors that left parts of the data null. */
  codes: ReadonlySet<string>
}

/** A page: its path, its one document, and what it shows. */
export interface Page<Document = unknown> {
  /** `/days/:date`; `*` at the end stands for anything. */
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
