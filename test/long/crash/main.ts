/**
 * Kills the ingest of many days again and again, and compares every table that it leaves with an undisturbed one:
 * `node test/long/crash/main.ts [--kills 50] [--days 40] [--seed 1] [--engine embedded|dynoxide] [--victim ingest|engine]`.
 * [--corpus generated|recorded] names the days; without it the recorded ones, if they are there.
 * Without --engine and --victim all four combinations that this machine has. Exit 1 when a table differs.
 * With --month [--hours 720] the ingest is killed in a month of hourly runs instead, and a reader of its changes with it;
 * exit 1 also when it could not be killed so often, or never while it wrote.
 */
import { parseArgs } from 'node:util'
import { corpora, corpusNamed } from '../../days/corpora.ts'
import { type CrashOptions, crash } from './crash.ts'
import { dynoxide } from './dynoxide.ts'
import { month } from './month.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    days: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    corpus: { type: 'string', default: corpora.at(-1)?.name ?? '' },
    engine: { type: 'string' },
    victim: { type: 'string' },
    month: { type: 'boolean' },
    hours: { type: 'string', default: '720' },
  },
})
const corpus = corpusNamed(values.corpus)
const print = (line: string) => void process.stdout.write(`${line}\n`)

async function crashMonth(): Promise<void> {
  const report = await month({
    corpus,
    hours: Number(values.hours),
    kills: Number(values.kills),
    seed: Number(values.seed),
  })
  const { wrong, ...figures } = report
  for (const line of wrong.slice(0, 20)) print(line)
  print(`${JSON.stringify(figures)}: ${wrong.length} wrong`)
  const missing = Number(values.kills) - report.kills
  if (missing > 0) print(`${missing} kills did not come about: give it more --hours`)
  if (report.whileWriting === 0) print('no kill came while the ingest wrote: try another --seed')
  process.exitCode = wrong.length + missing > 0 || report.whileWriting === 0 ? 1 : 0
}

async function crashTables(): Promise<void> {
  const engines: CrashOptions['engine'][] = dynoxide ? ['embedded', 'dynoxide'] : ['embedded']
  const victims: CrashOptions['victim'][] = ['ingest', 'engine']
  let differences = 0
  for (const engine of engines.filter(each => each === (values.engine ?? each)))
    for (const victim of victims.filter(each => each === (values.victim ?? each))) {
      print(`\n${engine} engine, ${victim === 'engine' ? 'engine and ingest' : 'ingest'} killed`)
      const report = await crash({
        corpus,
        engine,
        victim,
        kills: Number(values.kills),
        days: Number(values.days),
        seed: Number(values.seed),
        tell: print,
      })
      for (const line of report.differences.slice(0, 20)) print(line)
      print(
        `${report.kills} kills in ${report.rounds} rounds of ${report.items} items: ${report.differences.length} differences`,
      )
      differences += report.differences.length
    }
  process.exitCode = differences > 0 ? 1 : 0
}

await (values.month ? crashMonth() : crashTables())
