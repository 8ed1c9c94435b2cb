import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { Corpus, HubEntry } from './corpus.ts'

const folder = fileURLToPath(new URL('../../../shared/hub/days', import.meta.url))

/** The days that somebody recorded of the Hub, if they lie beside the project; null otherwise. */
export const recorded: Corpus | null = existsSync(folder) ? recordedIn(folder) : null

function recordedIn(folder: string): Corpus {
  const days = readdirSync(folder)
    .map(name => name.slice(0, 10))
    .sort()
  const held = new Set(days)
  const known = new Map<string, HubEntry[]>()
  return {
    name: 'recorded',
    days,
    entriesOn(day) {
      const entries = known.get(day) ?? (held.has(day) ? read(join(folder, `${day}.json.gz`)) : [])
      known.set(day, entries)
      return entries
    },
    now: '2026-05-30T08:00:00.000Z',
    monday: '2026-04-13',
  }
}

const read = (file: string): HubEntry[] => JSON.parse(gunzipSync(readFileSync(file)).toString())
