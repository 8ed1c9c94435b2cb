import type { Day, Entry } from '@daily-papers/papers/paper.ts'
import { isTooLarge, RAW_BYTES, type ReadEntry } from '@daily-papers/store/reading.ts'
import { canonicalJson, sorted } from './canonical-json.ts'
import { entrySchema } from './entry-schema.ts'
import { unknownFieldsIn } from './known-fields.ts'
import { parseLeniently } from './lenient.ts'
import { toEntry } from './to-entry.ts'

/**
 * Parses one entry of the day `day`. Never throws. Wrong values are left out, with a line in `warnings`. `mistyped`
 * names fields whose type has changed. Without an arXiv id, a title, authors or a date of publication there is only a
 * `problem`.
 */
export function parseEntry(
  raw: unknown,
  day: Day,
): { entry: Entry; warnings: string[]; mistyped: string[] } | { problem: string; id: string | null } {
  const parsed = parseLeniently(entrySchema, raw)
  if ('problem' in parsed) return { problem: parsed.problem, id: idIn(raw) }
  const { value, warnings, mistyped } = parsed
  return { entry: toEntry(value, day), warnings, mistyped: wholeFields(mistyped) }
}

/** The fields of an entry or its paper that some paths lead to. */
const wholeFields = (paths: Iterable<string>): string[] => [
  ...new Set(
    [...paths].map(path => path.replace(/\.\d+$/, '')).filter(path => /^(paper\.)?[^.]+$/.test(path)),
  ),
]

/** A parsed day of the feed: readable entries, each paper once, and problems. */
export interface ParsedDay {
  entries: ReadEntry[]
  problems: { id: string | null; problem: string }[]
  /** Parts of readable entries that were left out. */
  warnings: { id: string; warning: string }[]
  /** Number of entries in which a field has another type than before, by its dotted path. */
  mistyped: Map<string, number>
  /** Dotted paths of unknown fields, sorted. */
  unknownFields: string[]
}

/** Parses the entries of one day. If a paper is there twice, the entry with more upvotes wins. */
export function parseDay(entries: readonly unknown[], day: Day): ParsedDay {
  const kept = new Map<string, ReadEntry>()
  const problems: ParsedDay['problems'] = []
  const warnings: ParsedDay['warnings'] = []
  const mistyped: ParsedDay['mistyped'] = new Map()
  const unknownFields = new Set<string>()
  for (const raw of entries) {
    for (const field of unknownFieldsIn(raw)) unknownFields.add(field)
    const parsed = parseEntry(raw, day)
    if ('problem' in parsed) {
      problems.push(parsed)
      continue
    }
    const { id } = parsed.entry.description
    const read = { entry: parsed.entry, raw: withoutCounters(raw) }
    if (isTooLarge(read.raw)) {
      problems.push({ id, problem: `entry: Too big: expected at most ${RAW_BYTES} bytes, packed` })
      continue
    }
    for (const warning of parsed.warnings) warnings.push({ id, warning })
    for (const field of parsed.mistyped) mistyped.set(field, (mistyped.get(field) ?? 0) + 1)
    const other = kept.get(id)
    if (!other || outranks(read, other)) kept.set(id, read)
  }
  return {
    entries: [...kept.values()],
    problems,
    warnings,
    mistyped,
    unknownFields: [...unknownFields].sort(),
  }
}

/** The id of an entry that could not be read, for the log. */
function idIn(raw: unknown): string | null {
  const id: unknown = Object(Object(Object(raw).paper)).id
  return typeof id === 'string' ? id.slice(0, 100) : null
}

/** The result does not depend on the order of the two. */
function outranks(a: ReadEntry, b: ReadEntry): boolean {
  const votes = (read: ReadEntry) => read.entry.counters.upvotes ?? -1
  return votes(a) === votes(b) ? canonicalJson(a) > canonicalJson(b) : votes(a) > votes(b)
}

/** The raw entry without its counters, keys in canonical order. */
function withoutCounters(raw: unknown): Record<string, unknown> {
  const { numComments: _comments, paper, submittedBy, ...outer } = record(raw)
  const { upvotes: _upvotes, githubStars: _stars, ...inner } = record(paper)
  const { followerCount: _followers, ...submitter } = record(submittedBy)
  return record(
    sorted({ ...outer, paper: inner, ...(submittedBy === undefined ? {} : { submittedBy: submitter }) }),
  )
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
