/**
 * `node test/search/growth.ts <endpoint> <table> <times>…`: how building and asking grow with the corpus, which is the table's
 * papers so many times over, under other identifiers and authors.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { conditionsOf } from '@daily-papers/snapshot/filter.ts'
import { papersBy } from '@daily-papers/snapshot/lists.ts'
import { similarTo } from '@daily-papers/snapshot/neighbours.ts'
import { summaryOf, topKeywords, trendsOf } from '@daily-papers/snapshot/numbers.ts'
import { createClient } from '@daily-papers/store/client.ts'
import { type Corpus, createCorpus, type Told } from '@daily-papers/store/corpus.ts'
import { buildSnapshot } from '../../packages/snapshot/src/build.ts'
import { type Database, openDatabase } from '../../packages/snapshot/src/database.ts'
import { ours } from './engines.ts'
import { tasksOver } from './judgements.ts'

const [endpoint, table = '', ...times] = process.argv.slice(2)
const corpus = createCorpus(createClient({ endpoint }), table)

function copyOf(told: Told, copy: number): Told {
  const named = (text: string): string => (copy === 0 ? text : `${text} ${copy}`)
  const { paper, postings, positions } = told
  const id = `${paper.id}${copy}`
  return {
    ...told,
    paper: { ...paper, id, authors: paper.authors.map(author => ({ ...author, name: named(author.name) })) },
    postings: postings.map(one =>
      one.kind === 'author'
        ? { ...one, key: named(one.key), posting: { ...one.posting, name: named(one.posting.name) } }
        : one,
    ),
    positions: {
      featuredOn: `${positions.featuredOn}${copy}`,
      publishedAt: `${positions.publishedAt}${copy}`,
      upvotes: `${positions.upvotes}${copy}`,
      trending: `${positions.trending}${copy}`,
    },
  }
}

const grown = (copies: number): Corpus => ({
  ...corpus,
  async *papers() {
    for await (const some of corpus.papers())
      for (let copy = 0; copy < copies; copy++) yield some.map(told => copyOf(told, copy))
  },
})

/** The median and the 99th percentile of what asking takes, in milliseconds of CPU: other work on the machine does not count. */
function timed(asks: readonly (() => unknown)[]): string {
  const taken = asks.map(ask => {
    const start = process.cpuUsage()
    ask()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  })
  taken.sort((a, b) => a - b)
  const at = (share: number): string => (taken[Math.ceil(taken.length * share) - 1] ?? 0).toFixed(1)
  return `${at(0.5)} / ${at(0.99)}`
}

function askedOf(database: Database): string[] {
  const search = ours(database)
  const known = tasksOver(database).flatMap(({ kind, judgements }) =>
    judgements
      .filter((_, i) => i % 8 === 0)
      .map(
        ({ query }) =>
          () =>
            search(query, kind),
      ),
  )
  const broad = ['model', 'language models', 'diffusion', 'reasoning agents', 'the model of', 'a']
  const page = { size: 20, backward: false, after: null, before: null }
  const order = { field: 'upvotes', descending: true } as const
  const filters = [
    { minUpvotes: 50 },
    { hasCode: true, text: 'agents' },
    { keywords: ['large language models'] },
  ]
  const latest = { by: 'week', at: '2026-05-20', rising: true, limit: 20 } as const
  const someIds = database.all<{ id: string }>('SELECT id FROM paper ORDER BY by_upvotes DESC LIMIT 20')
  return [
    timed(known),
    timed(broad.map(query => () => search(query, 'paper'))),
    timed(filters.map(filter => () => papersBy(database, filter, order, page))),
    timed([
      () => summaryOf(database, conditionsOf({})),
      () => topKeywords(database, conditionsOf({ hasCode: true }), 20),
      () => trendsOf(database, latest),
    ]),
    timed(
      someIds.map(
        ({ id }) =>
          () =>
            similarTo(database, id, 10),
      ),
    ),
  ]
}

process.stdout.write(
  '| papers | built in, s of CPU | MB | most memory, MB | known items, ms of CPU p50 / p99 | broad words | filters | numbers | similar |\n|---|---|---|---|---|---|---|---|---|\n',
)
for (const copies of times.map(Number)) {
  const folder = await mkdtemp(join(tmpdir(), 'growth-'))
  const file = join(folder, 'snapshot.sqlite')
  const start = process.cpuUsage()
  const papers = await buildSnapshot(grown(copies), file)
  const { user, system } = process.cpuUsage(start)
  const seconds = ((user + system) / 1e6).toFixed(1)
  const bytes = (await stat(file)).size
  const memory = process.resourceUsage().maxRSS / 1_024
  const database = openDatabase(file)
  const cells = [papers, seconds, (bytes / 1e6).toFixed(0), memory.toFixed(0), ...askedOf(database)]
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
  database.close()
  await rm(folder, { recursive: true })
}
process.exit(0)
