/** `node test/recorded/search/relevance.ts <snapshot>`: how well search finds what one knows, ours beside FTS5 as it comes. */
import { questionsOf } from '../../../packages/snapshot/src/open/questions.ts'
import { openDatabase } from '../../../packages/snapshot/src/sql/database.ts'
import { fts5Defaults, ours } from './engines.ts'
import { evaluate } from './evaluate.ts'
import { tasksOver } from './judgements.ts'

const [file] = process.argv.slice(2)
if (!file) throw new Error('give the path of a snapshot, as `pnpm snapshot` prints it')
const database = openDatabase(file)
const engines = { 'FTS5 as it comes': fts5Defaults(database), ours: ours(questionsOf(database, '')) }
const lines = ['| looked for by | queries | engine | recall@10 | MRR |', '|---|---|---|---|---|']
for (const task of tasksOver(database))
  for (const [name, engine] of Object.entries(engines)) {
    const { recallAt10, mrr } = evaluate(engine, task)
    lines.push(
      `| ${task.name} | ${task.judgements.length} | ${name} | ${recallAt10.toFixed(3)} | ${mrr.toFixed(3)} |`,
    )
  }
process.stdout.write(`${lines.join('\n')}\n`)
