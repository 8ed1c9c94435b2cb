import { createHash } from 'node:crypto'
import type { Day, Entry, Instant } from '@daily-papers/papers/paper.ts'
import { packText } from './pack.ts'

/** An entry as parsed, and as it came: without its counters, keys in canonical order. */
export interface ReadEntry {
  entry: Entry
  raw: Record<string, unknown>
}

/** One whole day as read at one instant; each paper once. */
export interface DayReading {
  day: Day
  readAt: Instant
  entries: ReadEntry[]
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16)

/** Equal for two readings that say the same, in whatever order. */
export function hashOfReading({ entries }: DayReading): string {
  const texts = entries.map(({ entry, raw }) => JSON.stringify([entry.description.id, entry.counters, raw]))
  return digest(texts.sort().join('\n'))
}

export const hashOfRaw = (raw: Record<string, unknown>): string => digest(JSON.stringify(raw))

/** The most that a raw entry may take, packed: an item holds 400 KB. */
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
