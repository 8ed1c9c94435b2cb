import { isDeepStrictEqual } from 'node:util'
import type { Api } from '@daily-papers/api/api.ts'
import { aRequest, post } from '@daily-papers/api/testing/request.ts'
import type { Oracle } from './oracle.ts'

interface AnswersOptions {
  api: Api
  /** What the API logs. */
  logged: unknown[]
  oracle: Oracle
  random: () => number
  now: () => number
}

interface Papers {
  nodes: { paperId: string; upvotes: number | null }[]
  totalCount?: number
}

/** An author whom the generated days name often. */
export const AUTHOR = 'yib zublo'

const QUERY = `query ($day: Date!, $least: Int!) {
  day(date: $day) { paperCount papers(first: 100) { nodes { paperId upvotes } } }
  most: papers(first: 20, orderBy: { field: UPVOTES }) { nodes { paperId upvotes } }
  author(ref: "${AUTHOR}") { paperCount }
  liked: papers(filter: { minUpvotes: $least }, orderBy: { field: UPVOTES }, first: 50) { totalCount nodes { paperId upvotes } }
  stats { paperCount }
}`
interface Data {
  day: { paperCount: number; papers: Papers } | null
  most: Papers
  author: { paperCount: number } | null
  liked: Papers
  stats: { paperCount: number }
}

/** Asks the API as clients do, right after a snapshot was published, and compares what it says with the oracle. */
export function createAnswers({ api, logged, oracle, random, now }: AnswersOptions) {
  let compared = 0

  const shown = ({ nodes }: Papers) => nodes.map(({ paperId, upvotes }) => ({ id: paperId, upvotes }))
  const read = async (request: Parameters<typeof api.handle>[0]) => {
    const { status, body } = await api.handle(request)
    if (status !== 200) throw new Error(`${request.path}: ${status} ${body}`)
    return JSON.parse(String(body))
  }

  return {
    compared: () => compared,
    async wrong(): Promise<string[]> {
      const wrong: string[] = []
      const at = new Date(now()).toISOString()
      const compare = (what: string, found: unknown, expected: unknown) => {
        compared++
        if (isDeepStrictEqual(found, expected)) return
        wrong.push(
          `${at}, ${what}: ${JSON.stringify(found)} is not ${JSON.stringify(expected)}`.slice(0, 600),
        )
      }
      const days = oracle.days()
      const day = days[Math.floor(random() ** 0.3 * days.length)] ?? ''
      const least = Math.floor(random() * 60)
      const { data, errors }: { data: Data; errors?: unknown } = await read(
        post({ query: QUERY, variables: { day, least } }),
      )
      compare('errors', errors, undefined)
      if (errors) return wrong
      const all = oracle.papers()
      const onDay = oracle.papersOn(day)
      const liked = all.filter(({ upvotes }) => upvotes !== null && upvotes >= least)
      compare(`papers of ${day}`, data.day && shown(data.day.papers), onDay.slice(0, 100))
      compare(`count of ${day}`, data.day?.paperCount, onDay.length)
      compare('papers with most votes', shown(data.most), all.slice(0, 20))
      compare(`papers of ${AUTHOR}`, data.author?.paperCount ?? 0, oracle.papersBy(AUTHOR).length)
      compare(`papers with ${least} votes`, shown(data.liked), liked.slice(0, 50))
      compare(`count of papers with ${least} votes`, data.liked.totalCount, liked.length)
      compare('all papers in the snapshot', data.stats.paperCount, all.length)

      const feed: { items: { id: string }[] } = await read(aRequest({ path: `/feeds/days/${day}.json` }))
      const inFeed = feed.items.map(({ id }) => /\d{4}\.\d{5}/.exec(id)?.[0]).sort()
      // A feed has 100 entries, in an order of its own.
      const ids = onDay.map(({ id }) => id)
      const missing = ids.filter(id => !inFeed.includes(id)).length
      compare(
        `feed of ${day}`,
        [inFeed.length, missing],
        [Math.min(ids.length, 100), Math.max(ids.length - 100, 0)],
      )
      compare('log of the API', logged.splice(0), [])
      return wrong
    },
  }
}
