import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { examplesModule } from './print-examples.ts'

test('examples.ts has the examples of the folder', async () => {
  expect(await readFile(new URL('./examples.ts', import.meta.url), 'utf8')).toBe(await examplesModule())
})
