import type { Term } from '../sql/query-text.ts'

/** English words that nearly any text has. */
const FUNCTION_WORDS = new Set(
  'a an and are as at be by can do does for from has have how in into is it its not of on or that the their this to was we what when where which who why will with'.split(
    ' ',
  ),
)

/** The terms to mark in a text: without function words, unless the search has no others. */
export function tellingTerms(terms: readonly Term[]): readonly Term[] {
  const telling = terms.filter(
    ({ words, isQuoted }) => isQuoted || words.some(word => !FUNCTION_WORDS.has(word)),
  )
  return telling.length > 0 ? telling : terms
}
