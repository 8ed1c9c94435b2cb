import { expect, test } from 'vitest'
import { smallSchema } from '../testing/request.ts'
import { createPrepare } from './prepare.ts'
import { createRun, type Run } from './run.ts'

test('where Yoga cannot be loaded queries are answered all the same', async () => {
  const prepared = createPrepare(smallSchema)('{ hello }', null)
  if ('errors' in prepared) throw prepared.errors[0]
  const run = createRun(smallSchema, async () => {
    throw new Error('No such file')
  })
  for (let times = 0; times < 3; times++) {
    expect(await run(prepared.operation, {}, {})).toEqual({ data: { hello: 'world' } })
    await new Promise(resolve => setImmediate(resolve))
  }
})

test('graphql-js answers until Yoga is loaded, once, and Yoga from then on', async () => {
  const prepared = createPrepare(smallSchema)('{ hello }', null)
  if ('errors' in prepared) throw prepared.errors[0]
  const { promise, resolve } = Promise.withResolvers<Run>()
  let loads = 0
  const run = createRun(smallSchema, () => {
    loads++
    return promise
  })
  const turn = () => new Promise(resolve => setImmediate(resolve))
  for (let times = 0; times < 2; times++) {
    expect(await run(prepared.operation, {}, {})).toEqual({ data: { hello: 'world' } })
    await turn()
  }
  resolve(async () => ({ data: { hello: 'from Yoga' } }))
  await turn()
  expect(await run(prepared.operation, {}, {})).toEqual({ data: { hello: 'from Yoga' } })
  expect(loads).toBe(1)
})
