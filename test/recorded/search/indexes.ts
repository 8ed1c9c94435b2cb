import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CorpusPaper, Corpus as StoredCorpus } from '@daily-papers/store/corpus.ts'
import { buildSnapshot } from '../../../packages/snapshot/src/build/build.ts'
import { questionsOf } from '../../../packages/snapshot/src/open/questions.ts'
import { type Database, openDatabase } from '../../../packages/snapshot/src/sql/database.ts'
import type { Corpus } from '../../days/corpus.ts'
import { anyWordByFts5, listOf } from './meaning-engines.ts'
import type { Engines } from './measures.ts'
import { storedCorpus } from './stored-corpus.ts'

/** Indexes of some days that lack the texts that the queries are made of. */
export interface Indexes {
  /** Titles and abstracts alone. */
  withoutAiTexts: Engines
  abstractsAlone: Engines
  /** All texts: what the queries are made of. */
  whole: Database
  close(): Promise<void>
}

export async function buildIndexes(corpus: Corpus): Promise<Indexes> {
  const folder = await mkdtemp(join(tmpdir(), 'relevance-'))
  const build = async (name: string, corpus: StoredCorpus): Promise<Database> => {
    const file = join(folder, name)
    await buildSnapshot(corpus, file)
    return openDatabase(file)
  }
  const withoutTitles = ({ paper, ...rest }: CorpusPaper): CorpusPaper => ({
    ...rest,
    paper: { ...paper, title: '' },
  })
  const plain = storedCorpus(corpus, { withAiTexts: false })
  const abstracts: StoredCorpus = {
    ...plain,
    async *papers() {
      for await (const some of plain.papers()) yield some.map(withoutTitles)
    },
  }
  const whole = await build('whole', storedCorpus(corpus))
  const withoutAiTexts = enginesOf(await build('without-ai-texts', plain))
  const abstractsAlone = enginesOf(await build('abstracts', abstracts))
  return {
    ...{ whole, withoutAiTexts, abstractsAlone },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

function enginesOf(database: Database): Engines {
  const { search, similar } = questionsOf(database, '')
  return { ours: listOf({ search }), plain: anyWordByFts5(database), similar }
}
