import { createClient } from '@daily-papers/store/client.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import { createTable } from '@daily-papers/store/create-table.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { type Cost, meter } from '../../docs/cost/meter.ts'
import { startDynoxide } from '../../long/crash/dynoxide.ts'
import { corpus, PAPERS_A_DAY } from '../corpus.ts'
import type { Bench, Row } from '../report.ts'
import { putBare } from './fill.ts'
import { asked, askedOfNames } from './questions.ts'

/** Days of the largest table. All tables end with the same day, so that the newest papers are the same. */
const MOST_DAYS = 5_000
const DAYS_A_STEP = 10

const sizes = (quick: boolean, full: boolean) => [
  { papers: 1_000, whole: true },
  ...(quick ? [] : [{ papers: 10_000, whole: false }]),
  ...(full ? [{ papers: 100_000, whole: false }] : []),
]

/** What each question costs at DynamoDB, by the size of the table: on dynoxide, which tells what was consumed. */
export const benchStore: Bench = async ({ quick, full, progress }) => {
  const engine = await startDynoxide()
  try {
    const client = createClient({ endpoint: engine.url })
    const { take } = meter(client)
    const rows = new Map<string, Row>()
    for (const { papers, whole } of sizes(quick, full)) {
      const name = `papers-${papers}`
      await createTable(client, name)
      const days = papers / PAPERS_A_DAY
      const writer = createWriter(client, name, { owner: 'bench' })
      for (let done = 0; done < days; done += DAYS_A_STEP) {
        progress(`filling a table of ${papers} papers: ${done * PAPERS_A_DAY}`)
        const readings = corpus(DAYS_A_STEP, MOST_DAYS - days + done)
        await (whole ? writer.putDays(readings) : putBare({ client, name }, readings))
      }
      progress(`asking a table of ${papers} papers`)
      const store = createQuestions(client, name)
      for (const [question, ask] of Object.entries({ ...asked, ...(whole && askedOfNames) })) {
        take()
        await ask(store, MOST_DAYS - 1)
        const { requests, readUnits }: Cost = take()
        const row = rows.get(question) ?? { question }
        const size = `${papers / 1_000} k papers`
        rows.set(question, { ...row, [`requests, ${size}`]: requests, [`read units, ${size}`]: readUnits })
      }
    }
    const note =
      'The tables of 10 k and 100 k papers hold only papers, featurings and days, so some questions have no figure there. A read unit is a consistent read of 4 KB. These reads are eventually consistent, which costs half.'
    return [{ title: 'Each question, by table size', note, rows: [...rows.values()] }]
  } finally {
    await engine.kill('SIGTERM')
  }
}
