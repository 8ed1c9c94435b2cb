import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { examplesModule } from './print-examples.ts'

test('examples.ts holds what the folder of examples holds', async () => {
  expect(await readFile(new URL('./examples.ts', import.meta.url), 'utf8')).toBe(await examplesModule())
})
