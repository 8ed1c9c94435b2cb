import { isDeepStrictEqual } from 'node:util'
import type { Api } from '@daily-papers/api/api.ts'
import { post } from '@daily-papers/api/testing/request.ts'
import { type Ask, askByHttp } from '@daily-papers/digest/ask.ts'
import { oneOf } from '@daily-papers/digest/testing/chance.ts'
import { startEngine } from '@daily-papers/digest/testing/engine.ts'
import { judge } from '@daily-papers/digest/testing/judge.ts'
import { simulate } from '@daily-papers/digest/testing/simulation.ts'
import { AUTHOR } from './answers.ts'
import type { Matching, Wish } from './oracle.ts'

interface MailsOptions {
  api: Api
  clock: { now: number }
  days: number
  seed: number
  matching: Matching
  /** Called before the mails of an hour are sent. */
  beforeHour: () => Promise<void>
}

interface Candidates {
  papers?: { nodes: { paperId: string }[]; pageInfo: { hasNextPage: boolean } }
}

const SUBSCRIPTIONS = 12
const KILLS_A_DAY = 2

/** Asks the API as over HTTP, without a socket. */
const askOf = (api: Api): Ask =>
  askByHttp({
    url: 'https://papers.example.org/graphql',
    async fetch(_, init) {
      const { status, body } = await api.handle(post(String(init?.body)))
      return new Response(String(body), { status })
    },
  })

/**
 * Sends the mails of a few subscriptions hour by hour. The papers that the API offers for a mail must be those of the plain
 * maps, and each of them must be in exactly one mail of its subscription.
 */
export async function simulateMails({ api, clock, days, seed, matching, beforeHour }: MailsOptions) {
  const wrong: string[] = []
  const askApi = askOf(api)
  let offered: string[] = []
  const ask = async (document: string, variables: Record<string, unknown>) => {
    const data = await askApi<Candidates>(document, variables)
    if (!data.papers) return data
    const { featured, ...wish } = variables.filter as Wish & { featured: { days: { from: string } } }
    const { nodes, pageInfo } = data.papers
    offered = [...(variables.after ? offered : []), ...nodes.map(({ paperId }) => paperId)]
    const expected = matching(wish, featured.days.from).sort()
    const ids = offered.toSorted()
    if (!pageInfo.hasNextPage && !isDeepStrictEqual(ids, expected)) {
      const at = new Date(clock.now).toISOString()
      wrong.push(`${at}, mail of ${JSON.stringify(wish)}: ${ids} is not ${expected}`.slice(0, 600))
    }
    return data
  }
  const engine = await startEngine()
  try {
    const simulated = await simulate({
      table: await engine.table(),
      ask: ask as Ask,
      clock,
      subscriptions: SUBSCRIPTIONS,
      days,
      kills: days * KILLS_A_DAY,
      seed,
      filterOf: (chance): Wish =>
        oneOf<Wish>(chance, [
          {},
          { minUpvotes: Math.floor(chance() * 40) },
          { hasCode: true },
          { authors: [AUTHOR] },
        ]),
      beforeHour,
    })
    const { mails, wrong: broken } = judge(simulated, clock.now)
    return { mails, mailsKilled: simulated.kills, wrong: [...wrong, ...broken] }
  } finally {
    await engine.close()
  }
}
