import type { EntityKind } from '@daily-papers/papers/entity.ts'
import type { DayRange } from '@daily-papers/store/questions.ts'
import { among, everyPaper, holds, unknown } from '../sql/conditions.ts'
import type { Database, Parameters } from '../sql/database.ts'
import { matchOf, termsOf } from '../sql/query-text.ts'

type Given<T> = T | null | undefined

/** Conditions on papers. A paper must match every given condition. In a list, one matching value is enough. */
export interface PaperFilter {
  featured?: Given<DayRange>
  published?: Given<DayRange>
  /** Normalised names, as the tables have them. */
  keywords?: Given<readonly string[]>
  /** A paper must have all of them. */
  allKeywords?: Given<readonly string[]>
  authors?: Given<readonly string[]>
  organizations?: Given<readonly string[]>
  submitters?: Given<readonly string[]>
  text?: Given<string>
  minUpvotes?: Given<number>
  minGithubStars?: Given<number>
  hasCode?: Given<boolean>
  hasModels?: Given<boolean>
  hasDatasets?: Given<boolean>
  hasSpaces?: Given<boolean>
  hasProjectPage?: Given<boolean>
  hasAiSummary?: Given<boolean>
}

const FLAGS = ['hasCode', 'hasModels', 'hasDatasets', 'hasSpaces', 'hasProjectPage', 'hasAiSummary'] as const

/** A filter as SQL: conditions on `paper`, and their parameters. */
export interface Conditions {
  where: string
  parameters: Parameters
}

export function conditionsOf(filter: PaperFilter): Conditions {
  const { featured, published, text, minUpvotes, minGithubStars } = filter
  const where: string[] = []
  const parameters: Parameters = {}
  const spans = { featured, published }
  for (const [name, span] of Object.entries(spans)) {
    if (!span) continue
    where.push(holds[name as keyof typeof spans])
    parameters[`${name}From`] = span.from ?? '0000-01-01'
    parameters[`${name}To`] = span.to ?? '9999-12-31'
  }
  for (const name of ['keywords', 'allKeywords', 'authors', 'organizations', 'submitters'] as const) {
    const keys = filter[name]
    if (!keys) continue
    where.push(among[name])
    parameters[name] = JSON.stringify([...new Set(keys)])
  }
  for (const [name, value] of Object.entries({ minUpvotes, minGithubStars })) {
    if (value === undefined || value === null) continue
    where.push(holds[name as 'minUpvotes' | 'minGithubStars'])
    parameters[name] = value
  }
  for (const name of FLAGS) {
    const value = filter[name]
    if (value === undefined || value === null) continue
    where.push(holds[name])
    parameters[name] = Number(value)
  }
  if (typeof text === 'string') {
    const match = matchOf(termsOf(text))
    where.push(match === null ? holds.noWords : holds.text)
    if (match !== null) parameters.text = match
  }
  return { where: where.join('\n  AND ') || everyPaper, parameters }
}

export const isEveryPaper = ({ where }: Conditions): boolean => where === everyPaper

/** The keys that no paper has. */
export const unknownKeys = (database: Database, kind: EntityKind, keys: readonly string[]): string[] =>
  database.all<{ key: string }>(unknown(kind), { keys: JSON.stringify(keys) }).map(({ key }) => key)
