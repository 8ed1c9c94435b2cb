import { parseDay } from '@daily-papers/ingest/parse.ts'
import { describe, expect, test } from 'vitest'
import { corpora } from '../days/corpora.ts'
import { idsOn } from '../days/corpus.ts'

describe.each(corpora)('all $name days', corpus => {
  test('are read whole: no entry is skipped, no field is unknown, nothing is warned of', () => {
    for (const day of corpus.days) {
      const { entries, problems, warnings, unknownFields } = parseDay([...corpus.entriesOn(day)], day)
      expect([day, problems, warnings, unknownFields]).toEqual([day, [], [], []])
      expect(entries.map(({ entry }) => entry.description.id).sort()).toEqual(idsOn(corpus, day))
    }
  })
})
