import { createClient } from '@daily-papers/store/client.ts'
import { inject } from 'vitest'
import type { Corpus } from '../../days/corpus.ts'
import type { FilledTable } from './setup.ts'

/** The table that the setup has filled with a corpus, and a client for it. */
export function filledTable(corpus: Corpus): FilledTable & { client: ReturnType<typeof createClient> } {
  const table = inject('tables')[corpus.name]
  if (!table) throw new Error(`the setup has filled no table with ${corpus.name} days`)
  return { ...table, client: createClient({ endpoint: table.endpoint }) }
}
