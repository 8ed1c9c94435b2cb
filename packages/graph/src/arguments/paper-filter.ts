import { DAY_MS } from '@daily-papers/papers/days.ts'
import type { EntityKind } from '@daily-papers/papers/entity.ts'
import type { PaperFilter as FilterValue } from '@daily-papers/snapshot/filter.ts'
import type { SnapshotQuestions } from '@daily-papers/snapshot/questions.ts'
import {
  type DayRange,
  type IndexedOrder,
  MAX_RANKED_DAYS,
  type Ordered,
  type PaperOrder,
} from '@daily-papers/store/questions.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { badInput } from '../errors.ts'
import { checkLength, entityKeyOf } from './entity-key.ts'
import { DateRangeInput, rangeOf } from './ranges.ts'

/** The most values of a list in a filter. */
export const MOST_VALUES = 100

export const PaperFilter = builder.inputType('PaperFilter', {
  description: `Conditions on papers. A paper must match every given field. In a list, one matching value is enough, except in \`allKeywords\`. A list has at most ${MOST_VALUES} values. Matching ignores case, and in authors also accents and punctuation. In keywords a hyphen counts as a space. \`extensions.unmatched\` lists names that no paper has. Papers match as of \`Status.snapshotAt\`. In \`Query.papers\`, a filter with only \`featured\` may match newer papers.`,
  fields: t => ({
    featured: t.field({ type: DateRangeInput, description: 'Featured on a day of this range.' }),
    published: t.field({
      type: DateRangeInput,
      description: 'Published on arXiv on a day of this range, in UTC.',
    }),
    keywords: t.stringList({
      description: 'Has any of these keywords.',
    }),
    allKeywords: t.stringList({
      description: 'Has all of these keywords.',
    }),
    authors: t.stringList({
      description: 'By any of these authors, by printed name or `ref`.',
    }),
    organizations: t.stringList({
      description: 'Submitted on behalf of any of these, by handle or full name.',
    }),
    submitters: t.stringList({
      description: 'Submitted by any of these accounts, by username.',
    }),
    text: t.string({
      description:
        'Has each of these words in its title, abstract, AI summary, keywords, authors or organization. The syntax is that of `search`. A text without a letter or digit matches nothing.',
    }),
    minUpvotes: t.int({ description: 'At least this many upvotes. Unknown upvotes don’t match.' }),
    minGithubStars: t.int({
      description: 'At least this many stars of its code. Unknown stars don’t match.',
    }),
    hasCode: t.boolean({ description: 'Whether code is linked.' }),
    hasModels: t.boolean({
      description: 'Whether a model on the Hub links it. Unknown matches neither true nor false.',
    }),
    hasDatasets: t.boolean({
      description: 'Whether a dataset on the Hub links it. Unknown matches neither true nor false.',
    }),
    hasSpaces: t.boolean({
      description: 'Whether a Space on the Hub links it. Unknown matches neither true nor false.',
    }),
    hasProjectPage: t.boolean({ description: 'Whether a project page is linked.' }),
    hasAiSummary: t.boolean({ description: 'Whether it has an AI summary.' }),
  }),
})

/** The fields of a filter that hold names. */
const kinds = {
  keywords: 'keyword',
  allKeywords: 'keyword',
  authors: 'author',
  organizations: 'organization',
  submitters: 'account',
} as const satisfies Partial<Record<keyof FilterValue, EntityKind>>

type Maybe<T> = T | null | undefined

/** The input `PaperFilter`. */
export type PaperFilterInput = typeof PaperFilter.$inferInput

/** Keys for the names in a field of a filter. Undefined when there are none. @throws GraphQLError BAD_USER_INPUT */
export function keysOf(kind: EntityKind, name: string, values: Maybe<readonly string[]>) {
  if (!values) return undefined
  if (values.length > MOST_VALUES)
    throw badInput(`\`filter.${name}\` has ${values.length} values: write at most ${MOST_VALUES}.`)
  return values.map(value => {
    checkLength(`filter.${name}`, value)
    return entityKeyOf(kind, value)
  })
}

/**
 * The filter with keys in place of names, for the snapshot.
 * @throws GraphQLError BAD_USER_INPUT
 */
function filterOf(input: Maybe<PaperFilterInput>, now: () => number): FilterValue {
  const { featured, published } = input ?? {}
  const keys = Object.entries(kinds).map(([field, kind]) => [
    field,
    keysOf(kind, field, input?.[field as keyof typeof kinds]),
  ])
  return {
    ...input,
    featured: featured && rangeOf(featured, now),
    published: published && rangeOf(published, now),
    ...Object.fromEntries(keys),
  }
}

/**
 * The snapshot, and the filter with keys in place of names. Names that no paper has go into `extensions.unmatched`,
 * because an empty list hides a typing error.
 * @throws GraphQLError BAD_USER_INPUT, SNAPSHOT_UNAVAILABLE
 */
export async function snapshotFiltered(
  input: Maybe<PaperFilterInput>,
  context: Context,
): Promise<{ snapshot: SnapshotQuestions; filter: FilterValue }> {
  const { extensions } = context
  const filter = filterOf(input, context.now)
  const snapshot = await context.snapshot()
  const note = (field: string, value: string) => {
    extensions.unmatched ??= []
    const known = extensions.unmatched
    if (!known.some(each => each.field === field && each.value === value)) known.push({ field, value })
  }
  for (const [field, kind] of Object.entries(kinds)) {
    const keys = filter[field as keyof typeof kinds]
    const unknown = keys?.length ? new Set(snapshot.unknownKeys(kind, keys)) : null
    if (!unknown?.size) continue
    for (const value of input?.[field as keyof typeof kinds] ?? [])
      if (unknown.has(entityKeyOf(kind, value))) note(field, value)
  }
  return { snapshot, filter }
}

/** A filter as text for a cursor, without fields that are not given. */
export const filterText = (input: Maybe<PaperFilterInput>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(input ?? {}).filter(([, value]) => value !== null)))

/** Whether the filter has no field but `featured`. */
export const isOfDaysAlone = (input: Maybe<PaperFilterInput>): boolean =>
  Object.entries(input ?? {}).every(
    ([name, value]) => name === 'featured' || value === null || value === undefined,
  )

/** Whether the store can list a range of days in an order. The snapshot lists the others. */
export function isKeyed(range: DayRange | null, order: Ordered<PaperOrder>): order is Ordered<IndexedOrder> {
  if (order.field === 'comments' || order.field === 'githubStars') return false
  if (range === null || order.field === 'featuredOn') return true
  const { from, to } = range
  return from !== null && to !== null && (Date.parse(to) - Date.parse(from)) / DAY_MS < MAX_RANKED_DAYS
}
