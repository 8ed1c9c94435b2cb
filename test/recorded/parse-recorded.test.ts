import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parseDay, parseEntry } from '@daily-papers/ingest/parse.ts'
import { describe, expect, test } from 'vitest'

const recorded = join(import.meta.dirname, '../../../shared/hub')

describe.skipIf(!existsSync(recorded))('the recorded feed', () => {
  test('is read whole: every day, every paper, nothing left out, no field unknown', () => {
    const ids = new Set<string>()
    const troubles: unknown[] = []
    let entries = 0
    for (const file of globSync(join(recorded, 'days/*.json.gz'))) {
      const day = basename(file, '.json.gz')
      const raw: unknown[] = JSON.parse(gunzipSync(readFileSync(file)).toString())
      const parsed = parseDay(raw, day)
      entries += parsed.entries.length
      for (const { entry } of parsed.entries) ids.add(entry.description.id)
      troubles.push(...parsed.problems, ...parsed.warnings, ...parsed.unknownFields)
    }
    expect(troubles).toEqual([])
    expect(entries).toBe(8_679)
    expect(ids.size).toBe(8_678)
  })

  test('has odd entries, each of which is read', () => {
    const lines = readFileSync(join(recorded, 'edge-cases.jsonl'), 'utf8').trim().split('\n')
    const parsed = lines.map(line => parseEntry(JSON.parse(line), '2024-03-19'))
    expect(parsed.filter(result => 'problem' in result)).toEqual([])
    expect(lines).toHaveLength(53)
  })
})
