import { readFileSync } from 'node:fs'
import { createClient } from '@daily-papers/store/client.ts'
import { inject } from 'vitest'
import type { Corpus } from '../../days/corpus.ts'
import type { FilledTable } from './fill.ts'

/** The table that the setup has filled with a corpus, and a client for it. */
export function filledTable(corpus: Corpus): FilledTable & { client: ReturnType<typeof createClient> } {
  const { tables = {}, failed = `no table is filled with ${corpus.name} days` } = JSON.parse(
    readFileSync(inject('tablesFile'), 'utf8'),
  )
  const table: FilledTable | undefined = tables[corpus.name]
  if (!table) throw new Error(failed)
  return { ...table, client: createClient({ endpoint: table.endpoint }) }
}
