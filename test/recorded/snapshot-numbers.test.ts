import { addDays, daysFrom, daysOfMonth, daysOfWeek, weekOf } from '@daily-papers/papers/days.ts'
import { organizationKey } from '@daily-papers/papers/names.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { corpora } from '../days/corpora.ts'
import { countedBy, hasWords, type PaperByHand, papersByHand } from './papers-by-hand.ts'
import { graphOfCorpus } from './table/graph-of-corpus.ts'

interface Count {
  paperCount: number
  keyword?: { id: string }
  organization?: { name: string }
  year?: number
}
interface Searched {
  totalCount: number
  facets: Record<'keywords' | 'organizations' | 'years', Count[]>
}
interface Similar {
  paper: { paperId: string }
  sharedKeywords: unknown[]
  sharedAuthors: { ref: string }[]
  score: number
}

const described = ({ latest }: PaperByHand) => latest.description

/** So many days after its first one, a table has three whole periods and lacks others. */
const FEW_PERIODS = { DAY: 4, WEEK: 32, MONTH: 130 }

const spread = (field: string) => `${field} { known sum median max mean }`

function spreadOf(values: readonly (number | null)[]) {
  const known = values.filter(value => value !== null).sort((a, b) => a - b)
  const sum = known.reduce((all, value) => all + value, 0)
  const middle = (known.length - 1) / 2
  const median = ((known[Math.floor(middle)] ?? 0) + (known[Math.ceil(middle)] ?? 0)) / 2
  return known.length === 0
    ? { known: 0, sum: 0, median: null, max: null, mean: null }
    : { known: known.length, sum, median, max: known.at(-1), mean: sum / known.length }
}

describe.each(corpora)('numbers over all $name days', corpus => {
  const { dataOf } = graphOfCorpus(corpus)
  let papers: PaperByHand[] = []
  beforeAll(() => {
    papers = papersByHand(corpus)
  })

  test.each([
    { query: 'reasoning agents', filter: 'hasCode: true' },
    { query: 'model', filter: 'hasCode: true' },
    { query: '\\"task-agnostic\\"', filter: '' },
    { query: 'a', filter: '' },
  ])('facets, stats and counts of { $query } are those of a count by hand', async ({ query, filter }) => {
    const words = query.replaceAll('\\', '')
    const wanted = papers.filter(
      paper => hasWords(paper, words) && (filter === '' || described(paper).code !== null),
    )
    const { search, stats } = await dataOf<{ search: Searched; stats: unknown }>(`{
      search(query: "${query}", filter: { ${filter} }, first: 0) { totalCount facets {
        keywords(first: 25) { keyword { id } paperCount } organizations(first: 25) { organization { name } paperCount } years { year paperCount } } }
      stats(filter: { text: "${query}", ${filter} }) { paperCount withCode withProjectPage withAiSummary authorCount keywordCount organizationCount ${spread('upvotes')} ${spread('githubStars')} }
    }`)
    expect(search.totalCount).toBe(wanted.length)
    const keyOfId = (id: string) => Buffer.from(id, 'base64url').toString().replace('Keyword:', '')
    const pairs = (list: Count[], key: (one: Count) => unknown) => list.map(one => [key(one), one.paperCount])
    expect(pairs(search.facets.keywords, ({ keyword }) => keyOfId(keyword?.id ?? ''))).toEqual(
      countedBy(wanted, ({ keywords }) => keywords).slice(0, 25),
    )
    expect(
      pairs(search.facets.organizations, ({ organization }) => organizationKey(organization?.name ?? '')),
    ).toEqual(countedBy(wanted, ({ organization }) => (organization ? [organization] : [])).slice(0, 25))
    const years = countedBy(wanted, ({ days }) => [(days[0] ?? '').slice(0, 4)])
    expect(pairs(search.facets.years, ({ year }) => String(year))).toEqual(
      years.sort(([a], [b]) => (a < b ? 1 : -1)),
    )
    const has = (what: (paper: PaperByHand) => unknown) => wanted.filter(paper => what(paper) !== null).length
    expect(stats).toEqual({
      paperCount: wanted.length,
      withCode: has(paper => described(paper).code),
      withProjectPage: has(paper => described(paper).projectPage),
      withAiSummary: has(paper => described(paper).aiSummary),
      authorCount: new Set(wanted.flatMap(({ authors }) => [...authors])).size,
      keywordCount: new Set(wanted.flatMap(({ keywords }) => [...keywords])).size,
      organizationCount: new Set(wanted.flatMap(({ organization }) => organization ?? [])).size,
      upvotes: spreadOf(wanted.map(({ latest }) => latest.counters.upvotes)),
      githubStars: spreadOf(wanted.map(({ latest }) => latest.counters.githubStars)),
    })
  })

  test.each(
    (['DAY', 'WEEK', 'MONTH'] as const).flatMap(by => [
      { by, when: 'the latest year', to: corpus.days.at(-8) ?? '' },
      { by, when: 'the first days', to: addDays(corpus.days[0] ?? '', FEW_PERIODS[by]) },
    ]),
  )('timelines and trends by $by of $when are those of a count by hand', async ({ by, to }) => {
    const bucketOf = (day: string): string => {
      if (by === 'DAY') return day
      return (by === 'WEEK' ? daysOfWeek(weekOf(day)) : daysOfMonth(day.slice(0, 7)))?.first ?? ''
    }
    const first = ({ days }: PaperByHand) => days[0] ?? ''
    const daysHere = new Set(papers.flatMap(({ days }) => days))
    const latest = [...daysHere].sort().at(-1) ?? ''
    // The backfill read every day from the first one on: one without papers since then was a holiday.
    const earliest = [...daysHere].sort()[0] ?? ''
    // A timeline begins with the table.
    const from = [earliest, addDays(to, -353)].sort().at(-1) ?? ''
    const missingIn = (bucket: string): number => {
      let missing = 0
      for (let day = bucket; bucketOf(day) === bucket && day <= latest; day = addDays(day, 1))
        if (![0, 6].includes(new Date(day).getUTCDay()) && day < earliest) missing += 1
      return missing
    }
    const [[key = ''] = []] = countedBy(papers, ({ keywords }) => keywords)
    const [[organization = ''] = []] = countedBy(papers, paper =>
      paper.organization ? [paper.organization] : [],
    )
    const timeline = `timeline(by: ${by}, between: { days: { from: "${from}", to: "${to}" } }) { from paperCount atLeast allPapers missingDays }`
    const trends = (direction: string) =>
      `keywordTrends(by: ${by}, date: "${to}", direction: ${direction}, first: 20) { keyword { id } paperCount meanBefore change periodsBefore missingDays }`
    const { keyword, lab, stats, rising, falling } = await dataOf<
      Record<'keyword' | 'lab' | 'stats', { timeline: unknown }> &
        Record<'rising' | 'falling', ({ keyword: { id: string } } & Record<string, unknown>)[]>
    >(`{
      keyword(name: "${key}") { ${timeline} }
      lab: organization(name: "${organization}") { ${timeline} }
      stats(filter: { hasCode: true }) { ${timeline} }
      rising: ${trends('RISING')}
      falling: ${trends('FALLING')}
    }`)
    const timelineOf = (holds: (paper: PaperByHand) => boolean) => {
      const buckets = new Map<string, { papers: number; all: number }>()
      for (const day of daysFrom(from, to)) buckets.set(bucketOf(day), { papers: 0, all: 0 })
      for (const paper of papers) {
        const bucket = buckets.get(bucketOf(first(paper)))
        if (!bucket) continue
        bucket.all += 1
        if (holds(paper)) bucket.papers += 1
      }
      return [...buckets].map(([from, { papers, all }]) => {
        const missingDays = missingIn(from)
        const isKnown = missingDays === 0
        return {
          ...{ from, missingDays, atLeast: papers },
          paperCount: isKnown ? papers : null,
          allPapers: isKnown ? all : null,
        }
      })
    }
    expect(keyword.timeline).toEqual(timelineOf(({ keywords }) => keywords.has(key)))
    expect(lab.timeline).toEqual(timelineOf(paper => paper.organization === organization))
    expect(stats.timeline).toEqual(timelineOf(paper => described(paper).code !== null))

    const nine = [bucketOf(to)]
    while (nine.length < 9) nine.unshift(bucketOf(addDays(nine[0] ?? '', -1)))
    const known = nine.slice(0, 8).filter(bucket => missingIn(bucket) === 0).length
    expect(known).toBeGreaterThanOrEqual(3)
    const moved = new Map<string, { now: number; before: number }>()
    for (const paper of papers) {
      const bucket = bucketOf(first(paper))
      if (!nine.includes(bucket) || (bucket !== nine[8] && missingIn(bucket) > 0)) continue
      for (const keyword of paper.keywords) {
        const counts = moved.get(keyword) ?? { now: 0, before: 0 }
        counts[bucket === nine[8] ? 'now' : 'before'] += 1
        moved.set(keyword, counts)
      }
    }
    const wanted = (sign: 1 | -1) =>
      [...moved]
        .map(([keyword, { now, before }]) => ({
          keyword,
          paperCount: now,
          meanBefore: before / known,
          change: now - before / known,
          periodsBefore: known,
          missingDays: missingIn(nine[8] ?? ''),
        }))
        .sort(
          (a, b) =>
            sign * (b.change - a.change) || b.paperCount - a.paperCount || (a.keyword < b.keyword ? -1 : 1),
        )
        .slice(0, 20)
    const shown = (trends: typeof rising) =>
      trends.map(({ keyword, ...rest }) => ({
        keyword: Buffer.from(keyword.id, 'base64url').toString().replace('Keyword:', ''),
        ...rest,
      }))
    expect(shown(rising)).toEqual(wanted(1))
    expect(shown(falling)).toEqual(wanted(-1))
  })

  test('coauthors and similar papers share what they say, the most similar first', async () => {
    const [[key = ''] = []] = countedBy(papers, ({ authors }) => authors)
    const own = papers.filter(({ authors }) => authors.has(key))
    const { author, paper: asked } = await dataOf<{
      author: { coauthors: { author: { ref: string }; paperCount: number }[] }
      paper: { similar: Similar[] }
    }>(`{
      author(ref: "${key}") { coauthors(first: 30) { author { ref } paperCount } }
      paper(ref: "${own[0]?.id}") { similar(first: 20) { paper { paperId } sharedKeywords { id } sharedAuthors { ref } score } }
    }`)
    const shown = author.coauthors.map(({ author, paperCount }) => [author.ref, paperCount])
    expect(shown).toEqual(
      countedBy(own, ({ authors }) => [...authors].filter(other => other !== key)).slice(0, 30),
    )

    const me = own[0] as PaperByHand
    const byId = new Map(papers.map(paper => [paper.id, paper]))
    expect(asked.similar).toHaveLength(20)
    for (const { paper, sharedKeywords, sharedAuthors } of asked.similar) {
      const other = byId.get(paper.paperId) as PaperByHand
      expect(other.id).not.toBe(me.id)
      expect(sharedKeywords).toHaveLength([...me.keywords].filter(key => other.keywords.has(key)).length)
      const authors = [...me.authors].filter(key => other.authors.has(key))
      expect(sharedAuthors.map(({ ref }) => ref).sort()).toEqual(authors.sort())
    }
    const scores = asked.similar.map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })
})
