import { join } from 'node:path'
import { expect, test } from 'vitest'
import { entry, stubHub } from '../../days/hub/stub-hub.ts'
import { dataDir, run } from './command.ts'

const NOW = '2026-05-29T12:00:00Z'
const DAY = '2026-05-28'

/** A table with two papers, of which one has an author with an account, who submitted the other. */
async function filled() {
  const first = entry('2605.10001', DAY, 3)
  const second = entry('2605.10002', DAY)
  const ada = {
    _id: 'x',
    name: 'Ada Example',
    hidden: false,
    status: 'claimed_verified',
    user: { _id: 'u', user: 'ada', fullname: 'Ada E.', avatarUrl: '/ada.svg', isPro: false, type: 'user' },
  }
  first.paper.authors.push(ada)
  const hub = await stubHub({
    [DAY]: [first, { ...second, submittedBy: { name: 'ada', fullname: 'Ada E.' } }],
  })
  const env = { DATA_DIR: await dataDir(), HUB_URL: hub.url, NOW }
  expect((await run('ingest', [], env)).code).toBe(0)
  return { hub, env }
}

test('show prints what the table holds of a paper, by any reference to it', async () => {
  const { env } = await filled()
  const byId = await run('show', ['2605.10001v2'], env)
  expect(byId).toMatchObject({ code: 0, stderr: '' })
  const items: object[] = JSON.parse(byId.stdout)
  expect(items).toMatchObject([
    { pk: 'P#2605.10001', sk: 'HISTORY', points: [[expect.any(Number), 3, 0, null]] },
    { pk: 'P#2605.10001', sk: 'P', votes: 3, doc: { title: 'On 2605.10001' } },
    { pk: 'P#2605.10001', sk: `RAW#${DAY}`, doc: { paper: { id: '2605.10001' } } },
    { pk: 'F', sk: `${DAY}#2605.10001` },
  ])
  const byUrl = await run('show', ['https://huggingface.co/papers/2605.10001'], env)
  expect(byUrl.stdout).toBe(byId.stdout)
})

test('show tells in a sentence that it knows no such paper', async () => {
  const env = { DATA_DIR: await dataDir() }
  expect(await run('show', ['2605.99999'], env)).toEqual({
    code: 1,
    stdout: '',
    stderr: 'the table daily-papers has no paper 2605.99999: load its day with pnpm ingest\n',
  })
  expect((await run('show', ['a paper'], env)).stderr).toContain('"a paper" names no paper')
  expect((await run('show', [], env)).stderr).toContain('one argument, <paper>')
})

test('rebuild derives the same items again, and the next run finds nothing changed', async () => {
  const { env } = await filled()
  const before = await run('show', ['2605.10001'], env)
  expect(await run('rebuild', [], env)).toEqual({ code: 0, stdout: 'rebuilt 2 papers\n', stderr: '' })
  expect((await run('show', ['2605.10001'], env)).stdout).toBe(before.stdout)
  expect((await run('ingest', [], env)).stdout).toMatch(
    /^ingested 2 papers .*\(0 new, 0 changed, 0 skipped\)/,
  )
})

test('forget takes a name or an account out of its papers, and later runs and rebuilds keep it out', async () => {
  const { env } = await filled()
  const byName = await run('forget', ['ada example'], env)
  expect(byName).toMatchObject({ code: 0, stderr: '' })
  expect(byName.stdout.split('\n')).toEqual([
    'removed ada example from 1 paper, also in later runs',
    expect.stringMatching(/^These Hub accounts have the same full name/),
    '  ada (Ada E.)',
    'To remove one of them: pnpm forget <username>',
    '',
  ])
  expect((await run('forget', ['ada'], env)).stdout).toContain('removed ada from 1 paper,')
  expect((await run('forget', ['Nobody'], env)).stdout).toContain('removed Nobody from 0 papers,')
  expect((await run('ingest', [], env)).code).toBe(0)
  expect((await run('rebuild', [], env)).code).toBe(0)
  for (const id of ['2605.10001', '2605.10002']) {
    const items: { sk: string }[] = JSON.parse((await run('show', [id], env)).stdout)
    const derived = JSON.stringify(items.filter(({ sk }) => !sk.startsWith('RAW#')))
    expect(derived).toContain('Author of')
    expect(derived).not.toMatch(/\bada\b/i)
  }
})

test('a table that was lost gets its history back from an export, and who was forgotten stays out', async () => {
  const { env } = await filled()
  expect((await run('forget', ['Ada Example'], env)).code).toBe(0)
  const before: object[] = JSON.parse((await run('show', ['2605.10001'], env)).stdout)
  const file = join(env.DATA_DIR, 'history.ndjson.gz')
  expect(await run('export-history', [file], env)).toMatchObject({
    code: 0,
    stdout: `wrote 4 lines to ${file}\n`,
  })
  const later = { ...env, DATA_DIR: await dataDir(), NOW: '2026-05-29T13:00:00Z' }
  expect(await run('restore-history', [file], later)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      /^restored the history of 2 papers and the changes of 1 step as of 2026-05-29T12:00:.*Z, and removed 1 person again\n$/,
    ),
  })
  expect((await run('ingest', [], later)).code).toBe(0)
  const after = await run('show', ['2605.10001'], later)
  expect(JSON.parse(after.stdout)[0]).toEqual(before[0])
})

test('backfill --artefacts reads what links the papers of days, and goes on where it ended', async () => {
  const { hub, env } = await filled()
  hub.repos.set('2605.10001', { models: [{ id: 'lab/m', likes: 3 }], datasets: [], spaces: [] })
  hub.asked.length = 0
  const args = ['--from', DAY, '--artefacts']
  expect(await run('backfill', args, env)).toEqual({
    code: 0,
    stdout: 'read the models, datasets and Spaces of 1 papers (1 changed, 0 failed)\n',
    stderr: '',
  })
  expect(hub.asked.toSorted()).toEqual(['2605.10001', '2605.10002'])
  const items: object[] = JSON.parse((await run('show', ['2605.10001'], env)).stdout)
  expect(items).toContainEqual(
    expect.objectContaining({ sk: 'ARTEFACTS', totals: { models: 1, datasets: 0, spaces: 0 } }),
  )
  hub.asked.length = 0
  hub.status = 503
  const again = await run('backfill', args, env)
  expect(again.code).toBe(1)
  expect(new Set(hub.asked)).toEqual(new Set(['2605.10002']))
})

test.each(['show', 'rebuild', 'forget'] as const)('%s tells its use', async command => {
  expect(await run(command, ['--help'], {})).toMatchObject({ code: 0, stderr: '' })
})
