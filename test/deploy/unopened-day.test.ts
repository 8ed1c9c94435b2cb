import { expect, inject, onTestFinished, test } from 'vitest'
import { startSampleHub } from './sample-hub.ts'
import { assembly, deployed } from './system/system.ts'

const NOW = '2026-05-29T00:30:00Z'

test('before the Hub opens the day, the first papers and the hourly run succeed at once without it', async () => {
  const hub = await startSampleHub({ newestDay: '2026-05-28' })
  onTestFinished(() => hub.close())
  const app = assembly()
  const key = app.keyOf('Ingest Nested Stack')
  const template = (app.objects.get(key) ?? '').toString().replaceAll(inject('hubUrl'), hub.url)
  const account = await deployed(
    { ...app, objects: new Map(app.objects).set(key, Buffer.from(template)) },
    NOW,
  )
  onTestFinished(() => account.close())

  const run = await account.fire(account.inventory.one('AWS::Scheduler::Schedule', 'Hourly'), NOW)
  expect(run).toMatchObject({ ok: true, payload: { failed: [], newestDay: '2026-05-28' } })
  const log = await account.functions.log()
  expect(log.match(/"message":"day left for a later run","day":"2026-05-29"/g)).toHaveLength(2)
  expect(log).not.toContain('"level":"ERROR"')
  for (const name of ['FailedRuns', 'UndeliveredRuns', 'FailedDays']) {
    const { Arn = '' } = account.inventory.one('AWS::SQS::Queue', name).attributes
    expect(account.queues.of(Arn)).toEqual([])
  }
})
