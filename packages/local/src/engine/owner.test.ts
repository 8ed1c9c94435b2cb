import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { isGone, ownerOf } from './owner.ts'

const self = ownerOf(5)

test('running processes are not gone', () => {
  expect(isGone(self, self)).toBe(false)
  expect(isGone(`${hostname()}/${process.ppid}/1`, self)).toBe(false)
})

test('an ended process is gone', async () => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  expect(isGone(`${hostname()}/${child.pid}/1`, self)).toBe(true)
})

test('an earlier process with the same id is gone', () => {
  expect(isGone(ownerOf(4), self)).toBe(true)
})

test('a process of another machine is never known to be gone', () => {
  expect(isGone('elsewhere/1/1', self)).toBe(false)
})
