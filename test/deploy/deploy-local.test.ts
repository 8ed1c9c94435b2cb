import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, inject, onTestFinished, test } from 'vitest'
import { ask, NOW } from './testing/system.ts'

const script = fileURLToPath(new URL('./deploy-local.ts', import.meta.url))

test('`pnpm deploy:local` leaves the deployed system serving, its schedule fired, and says where', async () => {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [script], {
    env: { PATH, HOME, PORT: '0', HUB_URL: inject('hubUrl'), NOW, HF_TOKEN: 'hf_token' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    stdout += text
  })
  await expect
    .poll(() => stdout, { timeout: 100_000 })
    .toMatch(
      /^ingested \d+ papers on \d+ days in [\d.]+ s \(\d+ new, \d+ changed, 0 skipped\)\nlistening http:\/\/127\.0\.0\.1:\d+\/graphql\n$/,
    )
  const url = /listening (\S+)\/graphql/.exec(stdout)?.[1] ?? ''
  const { data } = await ask(url, '{ day { date papers { totalCount } } }')
  expect(data).toEqual({ day: { date: '2026-05-29', papers: { totalCount: 4 } } })
  child.kill('SIGINT')
  expect(await ended).toEqual([0, null])
})
