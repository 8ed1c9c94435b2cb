import type { Ask } from '../papers/ask.ts'
import type { MailedPaper } from '../papers/mailed-papers.ts'
import type { Filter } from '../subscriptions/subscription.ts'
import type { Day } from '../when/rhythm.ts'
import { DAY_MS, HOUR_MS } from '../when/zone.ts'
import { chanceFrom, oneOf } from './chance.ts'
import { paper } from './papers.ts'

interface FeedPaper extends MailedPaper {
  days: Day[]
  keywords: string[]
  shownAt: number
  votesAtLast: number
}

const KEYWORDS = ['agents', 'video', 'reasoning', 'speech'] as const

/**
 * A feed made up for a simulation: papers on weekdays, some featured again a week or a month later, whose votes grow for
 * days, so that many cross a threshold late. It answers the documents of the digest as the API would.
 */
export function makeFeed(options: {
  from: Day
  days: number
  aDay: number
  seed: number
  now: () => number
}) {
  const { from, days, aDay, seed, now } = options
  const chance = chanceFrom(seed)
  const papers: FeedPaper[] = []
  for (let at = 0; at < days; at++) {
    const start = Date.parse(from) + at * DAY_MS
    const day = new Date(start).toISOString().slice(0, 10)
    if ([0, 6].includes(new Date(start).getUTCDay())) continue
    for (let each = 0; each < aDay; each++) {
      const id = `${day.slice(2, 4)}${day.slice(5, 7)}.${day.slice(8)}${String(100 + each)}`
      const again =
        chance() < 0.05
          ? [new Date(start + (chance() < 0.5 ? 7 : 30) * DAY_MS).toISOString().slice(0, 10)]
          : []
      papers.push({
        ...paper(id, { featuredOn: day, code: chance() < 0.5 ? { url: 'https://github.com/e/e' } : null }),
        days: [day, ...again],
        keywords: [oneOf(chance, KEYWORDS), oneOf(chance, KEYWORDS)],
        shownAt: start + Math.floor(chance() * 20) * HOUR_MS,
        votesAtLast: Math.floor(chance() ** 3 * 200),
      })
    }
  }
  const votesOf = ({ votesAtLast, shownAt }: FeedPaper) =>
    Math.floor(votesAtLast * (1 - Math.exp(-(now() - shownAt) / (48 * HOUR_MS))))

  const matches = (filter: Filter) => (each: FeedPaper) => {
    const { keywords, minUpvotes, hasCode, featured } = filter as {
      keywords?: string[]
      minUpvotes?: number
      hasCode?: boolean
      featured?: { days: { from: Day } }
    }
    return (
      each.shownAt <= now() &&
      each.days.some(day => day <= new Date(now()).toISOString() && day >= (featured?.days.from ?? '')) &&
      (keywords === undefined || keywords.some(keyword => each.keywords.includes(keyword))) &&
      (minUpvotes === undefined || votesOf(each) >= minUpvotes) &&
      (hasCode === undefined || (each.code !== null) === hasCode)
    )
  }
  const PAGE = 100
  const ask = async (document: string, variables: Record<string, unknown>): Promise<unknown> => {
    if (document.includes('papersByRef')) {
      const refs = variables.refs as string[]
      const byId = new Map(papers.map(each => [each.paperId, each]))
      return {
        papersByRef: refs.map(ref => byId.get(ref)).map(each => each && { ...each, upvotes: votesOf(each) }),
      }
    }
    const found = papers.filter(matches(variables.filter as Filter))
    const start = Number(variables.after ?? 0)
    const pageInfo = { hasNextPage: start + PAGE < found.length, endCursor: String(start + PAGE) }
    return { papers: { nodes: found.slice(start, start + PAGE), pageInfo, totalCount: found.length } }
  }
  return { ask: ask as Ask }
}
