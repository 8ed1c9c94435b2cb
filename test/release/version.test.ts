import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test('the MCP server tells the version of the release', () => {
  const { version }: { version: string } = JSON.parse(read('package.json'))
  const [, told] = /version: '(.*?)'/.exec(read('packages/agents/src/mcp/new-server.ts')) ?? []
  expect(told).toBe(version)
})
