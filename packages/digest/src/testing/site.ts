import type { Message } from '../mail/message.ts'
import { answer } from '../pages/answer.ts'
import type { Ask } from '../papers/ask.ts'
import { deliver } from '../send/deliver.ts'
import { enqueueDue } from '../send/enqueue-due.ts'
import type { Token } from '../subscriptions/subscription.ts'
import type { Table } from '../subscriptions/table.ts'

export const SITE = 'https://papers.example.org'

/** A site with a digest whose mails are kept, and whose clock is moved by hand. */
export function makeSite(table: Table, ask: Ask, start = '2026-03-02T12:00:00.000Z') {
  const clock = { now: Date.parse(start) }
  const mails: Message[] = []
  const logged: string[] = []
  let secrets = 0
  const world = {
    table,
    ask,
    send: async (message: Message) => void mails.push(message),
    site: SITE,
    now: () => clock.now,
    hourlyCeiling: 50,
    newSecret: () => String(secrets++).padStart(32, 's'),
  }
  const request = (path: string, init?: RequestInit) =>
    answer(new Request(`${SITE}${path}`, init), world, world, line => void logged.push(line.error))
  return {
    clock,
    mails,
    logged,
    world,
    request,
    get: (path: string) => request(path),
    post: (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
      request(path, { method: 'POST', body: new URLSearchParams(form), headers }),
    subscribe: (json: unknown) =>
      request('/subscriptions', {
        method: 'POST',
        body: JSON.stringify(json),
        headers: { 'content-type': 'application/json' },
      }),
    /** The token in the newest mail. */
    token: (): Token => /subscriptions\/([\w.-]+)/.exec(mails.at(-1)?.text ?? '')?.[1] ?? 'none',
    /** Sends all that is due. */
    async sendDue(): Promise<string[]> {
      const outcomes: string[] = []
      await enqueueDue(
        table,
        async due => {
          for (const each of due) outcomes.push(await deliver(each, world))
        },
        clock.now,
      )
      return outcomes
    },
  }
}
