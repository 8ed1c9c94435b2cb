import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, inject, onTestFinished, test } from 'vitest'
import { ask, NOW } from './system/system.ts'

const script = fileURLToPath(new URL('./deploy-local.ts', import.meta.url))

function deployLocal(environment: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [script], {
    env: { PATH, HOME, PORT: '0', NOW, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', text => {
      said[stream] += text
    })
  return {
    said,
    ended,
    async url(): Promise<string> {
      await expect
        .poll(() => said.stdout, { timeout: 280_000 })
        .toMatch(
          /^ingested \d+ papers on \d+ days in [\d.]+ s \(\d+ new, \d+ changed, 0 skipped\)\nopen http:\/\/127\.0\.0\.1:\d+\nlistening http:\/\/127\.0\.0\.1:\d+\/graphql\n$/,
        )
      return /listening (\S+)\/graphql/.exec(said.stdout)?.[1] ?? ''
    },
    async interrupt(): Promise<void> {
      child.kill('SIGINT')
      expect(await ended).toEqual([0, null])
    },
  }
}

test('`pnpm deploy:local` leaves the deployed system serving, its schedules fired, and says where', async () => {
  const local = deployLocal({ HUB_URL: inject('hubUrl'), HF_TOKEN: 'hf_token' })
  const url = await local.url()
  const { data } = await ask(
    url,
    '{ day { date papers { totalCount } } search(query: "sample") { totalCount } }',
  )
  expect(data).toMatchObject({ day: { date: '2026-05-29', papers: { totalCount: 4 } } })
  expect(data?.search).not.toEqual({ totalCount: 0 })
  expect(local.said.stderr).toMatch(/\d+ calls were judged by the roles, none refused/)
  await local.interrupt()
})

test('without a Hub it says so, and its functions read a sample', async () => {
  const local = deployLocal({ HUB_URL: 'http://hub.invalid' })
  const { data } = await ask(await local.url(), '{ day { date papers { totalCount } } }')
  expect(data).toEqual({ day: { date: '2026-05-29', papers: { totalCount: 25 } } })
  expect(local.said.stderr).toContain('the Hub cannot be reached')
  await local.interrupt()
})

test('a port that is taken is reported before anything is deployed', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const local = deployLocal({ PORT: String(port) })
  expect(await local.ended).toEqual([1, null])
  expect(local.said).toEqual({
    stdout: '',
    stderr: `port ${port} is taken: set PORT to another one, or to 0 for any free one\n`,
  })
})
