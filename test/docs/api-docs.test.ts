import { readFile } from 'node:fs/promises'
import { errorCodes } from '@daily-papers/graph/errors.ts'
import { schema } from '@daily-papers/graph/schema.ts'
import { isObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { apiPage } from './api-page.ts'

const written = await readFile(new URL('../../docs/api.md', import.meta.url), 'utf8')

test('docs/api.md is up to date with the code; `pnpm schema` writes it', async () => {
  expect(written).toBe(await apiPage())
})

test('docs/api.md lists every error code, every root field and every field of every node', () => {
  for (const code of errorCodes) expect(written).toContain(`\`${code}\``)
  const told = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(type => type.name === 'Query' || type.getInterfaces().length > 0)
  for (const type of told) {
    for (const name of Object.keys(type.getFields()))
      expect(written).toMatch(new RegExp(`^\\| \`${name}[(\`]`, 'm'))
  }
})
