import { createHash } from 'node:crypto'
import type { Day, Entry, Instant } from '@daily-papers/papers/paper.ts'
import { packText } from './pack.ts'

/** An entry, parsed and raw. The raw one has no counters, and its keys are in canonical order. */
export interface ReadEntry {
  entry: Entry
  raw: Record<string, unknown>
}

/** A whole day as read at one instant, each paper once. */
export interface DayReading {
  day: Day
  readAt: Instant
  entries: ReadEntry[]
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16)

/** The hash of a reading. It does not depend on the order of entries. */
export function hashOfReading({ entries }: DayReading): string {
  const texts = entries.map(({ entry, raw }) => JSON.stringify([entry.description.id, entry.counters, raw]))
  return digest(texts.sort().join('\n'))
}

export const hashOfRaw = (raw: Record<string, unknown>): string => digest(JSON.stringify(raw))

/** The most bytes of a compressed raw entry. An item holds 400 KB. */
export const RAW_BYTES = 300_000

/** Whether a raw entry is too large to be kept. */
export function isTooLarge(raw: Record<string, unknown>): boolean {
  const json = JSON.stringify(raw)
  // Packing makes nothing larger, and most entries take a few KB.
  return Buffer.byteLength(json) > RAW_BYTES && packText(json).byteLength > RAW_BYTES
}

/** Reads a raw entry as today's parser does; null when it cannot. */
export type ReadRaw = (
  raw: Record<string, unknown>,
  day: Day,
) => Pick<Entry, 'description' | 'featuring'> | null
