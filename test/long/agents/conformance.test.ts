import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startConformanceServer } from './conformance/server.ts'

let server: Awaited<ReturnType<typeof startConformanceServer>>

beforeAll(async () => {
  server = await startConformanceServer()
})
afterAll(() => server.close())

/** The program of the suite, which exports nothing. */
const SUITE = fileURLToPath(
  new URL('../../node_modules/@modelcontextprotocol/conformance/dist/index.js', import.meta.url),
)

/** The names of the scenarios that its report counts for the revision, by how they ended. */
function scored(report: string): { passed: string[]; failed: string[] } {
  const [results = '', notScored = ''] = report.split('Not scored')
  const names = (mark: string) =>
    [...results.matchAll(new RegExp(`^${mark} ([\\w-]+):`, 'gm'))]
      .map(([, name = '']) => name)
      .filter(name => !notScored.includes(` ${name} (`))
  return { passed: names('✓'), failed: names('✗') }
}

test('the server passes every scenario that MCP of 2026-07-28 requires', async () => {
  const given = ['server', '--url', server.url, '--requirements', '2026-07-28']
  const run = promisify(execFile)(process.execPath, [SUITE, ...given], { cwd: tmpdir() })
  // It exits with 1 when a required scenario fails, and reports which.
  const { stdout } = await run.catch((error: { stdout: string }) => error)
  const { passed, failed } = scored(stdout)
  expect(failed).toEqual([])
  expect(passed).toHaveLength(37)
})
