import { setTimeout as sleep } from 'node:timers/promises'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { corpus } from '../corpus.ts'

type Ask = (...args: unknown[]) => Promise<unknown>

/** The real store's answers, asked once and then kept in memory, each given after `latencyMs`. */
function remembered(store: Questions, latencyMs: number): Questions {
  const answers = new Map<string, Promise<unknown>>()
  const asks = Object.entries(store).map(([name, ask]: [string, Ask]) => [
    name,
    async (...args: unknown[]) => {
      const key = name + JSON.stringify(args)
      const answer = answers.get(key) ?? ask(...args)
      answers.set(key, answer)
      if (latencyMs > 0) await sleep(latencyMs)
      return answer
    },
  ])
  // The store keeps the spellings itself, and answers without a promise.
  const { spellings } = store
  const own = { ...Object.fromEntries(asks), spellings, forRequest: () => own } as Questions
  return own
}

/** What all servers read from: five days of papers, in memory. */
export async function startSource(latencyMs: number): Promise<Questions> {
  const engine = await startEngine()
  const { client, name } = await engine.table()
  await createWriter(client, name, { owner: 'bench' }).putDays(corpus(5))
  return remembered(createQuestions(client, name), latencyMs)
}
