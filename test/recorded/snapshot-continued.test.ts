import { DatabaseSync } from 'node:sqlite'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { type CorpusPaper, createCorpus } from '@daily-papers/store/corpus.ts'
import { describe, expect, test } from 'vitest'
import { continuedCorpus } from '../../packages/snapshot/src/build/continued.ts'
import { type CorpusRead, fill } from '../../packages/snapshot/src/build/fill.ts'
import { tables } from '../../packages/snapshot/src/sql/tables.ts'
import { corpora } from '../days/corpora.ts'
import { filledTable } from './table/filled-table.ts'

async function filled(corpus: CorpusRead) {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false })
  database.exec(tables)
  return { database, totals: await fill(database, corpus) }
}

describe.for(corpora)('over the $name days', corpus => {
  test('a snapshot that copies all but a few papers has the same rows in every table', async () => {
    const { client, tableName, snapshots } = filledTable(corpus)
    const stored = createCorpus(client, tableName)
    const read: CorpusPaper[] = []
    for await (const some of stored.papers()) read.push(...some)
    const days = await stored.days()
    const { emptyDays } = stored
    const place = folderPlace(snapshots)
    const newest = await place.newest()
    if (!newest) throw new Error('the setup has published no snapshot')
    const previous = new DatabaseSync(await place.fetch(newest), { readOnly: true })
    const every = Math.ceil(read.length / 40)
    const whole = await filled({
      async *papers() {
        yield read
      },
      days: async () => days,
      emptyDays,
    })
    const copied = await filled(
      continuedCorpus(
        previous,
        {
          step: '',
          papers: read.filter((_, i) => i % every === 0).toReversed(),
          days: days.slice(3, 6),
          totals: whole.totals,
        },
        emptyDays,
      ),
    )
    expect(copied.totals).toEqual(whole.totals)
    const names = whole.database
      .prepare(`SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE TABLE%'`)
      .all()
    expect(names.length).toBeGreaterThan(20)
    for (const { name } of names) {
      const rowsOf = ({ database }: typeof whole) => database.prepare(`SELECT * FROM ${name}`).iterate()
      const others = rowsOf(copied)
      for (const row of rowsOf(whole)) expect(others.next().value).toEqual(row)
      expect(others.next().done).toBe(true)
    }
    for (const database of [previous, whole.database, copied.database]) database.close()
  })
})
