import type { Database } from '../sql/database.ts'
import type { Term } from '../sql/query-text.ts'
import { textsOfName, textsOfPaper } from '../sql/search.ts'
import { tellingTerms } from './function-words.ts'
import type { SearchKind } from './kind.ts'
import { highlightsOf, type Range } from './ranges.ts'
import { snippetOf } from './snippet.ts'

export type HighlightField = 'title' | 'abstract' | 'summary' | 'keyword' | 'author' | 'organization' | 'name'

/** A text of a result, with the ranges that match the search. */
export interface Highlight {
  field: HighlightField
  text: string
  ranges: Range[]
}

export interface HighlightOptions {
  /** Only these texts. */
  fields?: readonly HighlightField[] | null | undefined
  /** The longest length of a text, in UTF-16 code units. Longer texts are cut around the first match. */
  snippet?: number | null | undefined
}

/** A name may be a function word, such as `Do` or `An`. */
const isName = (field: HighlightField): boolean => /author|organization|name/.test(field)

export function highlightsIn(
  database: Database,
  kind: SearchKind,
  number: number,
  terms: readonly Term[],
  { fields, snippet }: HighlightOptions = {},
): Highlight[] {
  const telling = tellingTerms(terms)
  return textsOf(database, kind, number)
    .filter(({ field }) => !fields || fields.includes(field))
    .map(({ field, text }) => ({ field, text, ranges: highlightsOf(text, isName(field) ? terms : telling) }))
    .filter(({ ranges }) => ranges.length > 0)
    .map(found => (typeof snippet === 'number' ? { ...found, ...snippetOf(found, snippet) } : found))
}

interface Texts {
  title: string
  abstract: string
  summary: string | null
  keywords: string
  authors: string
  organization: string | null
}

function textsOf(database: Database, kind: SearchKind, number: number): Omit<Highlight, 'ranges'>[] {
  if (kind !== 'paper') {
    const named = database.one<{ name: string; fullName: string | null }>(textsOfName[kind], { number })
    return [named?.name, named?.fullName].flatMap(text => (text ? [{ field: 'name' as const, text }] : []))
  }
  const texts = database.one<Texts>(textsOfPaper, { number })
  if (!texts) return []
  const listed = (field: HighlightField, json: string | null): Omit<Highlight, 'ranges'>[] =>
    JSON.parse(json ?? '[]').flatMap((text: string | null) => (text ? [{ field, text }] : []))
  return [
    { field: 'title', text: texts.title },
    { field: 'abstract', text: texts.abstract },
    ...(texts.summary ? [{ field: 'summary' as const, text: texts.summary }] : []),
    ...listed('keyword', texts.keywords),
    ...listed('author', texts.authors),
    ...listed('organization', texts.organization),
  ]
}
