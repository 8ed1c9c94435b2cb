import { describe, expect, test } from 'vitest'
import { corpora } from '../days/corpora.ts'
import type { Corpus } from '../days/corpus.ts'
import { countedBy, hasWords, inOrder, type Order, type PaperByHand, papersByHand } from './papers-by-hand.ts'
import { graphOfCorpus } from './table/graph-of-corpus.ts'

const FIRST = '0000-01-01'
const LAST = '9999-12-31'

interface Listed {
  papers: { nodes: { paperId: string }[]; pageInfo: Record<string, string | boolean> }
}

interface Case {
  filter: string
  holds: (paper: PaperByHand) => boolean
  from?: string
  to?: string
}

const some = (wanted: readonly string[], has: ReadonlySet<string | null>): boolean =>
  wanted.some(key => has.has(key))
const within = (day: string, from: string, to: string) => day >= from && day <= to
const votes = ({ latest }: PaperByHand) => latest.counters.upvotes ?? -1
const described = ({ latest }: PaperByHand) => latest.description

/** Filters by what the corpus has most of, and by days of it. */
function casesOver(corpus: Corpus, papers: readonly PaperByHand[]): Case[] {
  const most = (keysOf: (paper: PaperByHand) => Iterable<string>): [string, string] => {
    const [[first = ''] = [], [second = ''] = []] = countedBy(papers, keysOf)
    return [first, second]
  }
  const list = (names: readonly string[]) => JSON.stringify(names)
  const keywords = most(paper => paper.keywords)
  const authors = most(paper => paper.authors)
  const labs = most(({ organization }) => (organization ? [organization] : []))
  const [submitter] = most(paper => paper.submitters)
  const [first = '', later = '', last = ''] = [0, -70, -12].map(at => corpus.days.at(at))
  const month = described(papers.at(-1) as PaperByHand).publishedAt.slice(0, 7)
  return [
    { filter: 'minUpvotes: 100', holds: paper => votes(paper) >= 100 },
    { filter: 'minGithubStars: 200', holds: ({ latest }) => (latest.counters.githubStars ?? -1) >= 200 },
    {
      filter: 'hasCode: true, hasProjectPage: false',
      holds: paper => described(paper).code !== null && described(paper).projectPage === null,
    },
    {
      filter: 'hasAiSummary: true, minUpvotes: 20',
      holds: paper => described(paper).aiSummary !== null && votes(paper) >= 20,
    },
    { filter: 'hasAiSummary: false', holds: paper => described(paper).aiSummary === null },
    {
      filter: `keywords: ${list(keywords.map(capitals))}`,
      holds: paper => some(keywords, paper.keywords),
    },
    { filter: `authors: ${list(authors.map(capitals))}`, holds: paper => some(authors, paper.authors) },
    {
      filter: `organizations: ${list(labs.map(capitals))}, minUpvotes: 5`,
      holds: paper => some(labs, new Set([paper.organization])) && votes(paper) >= 5,
    },
    { filter: `submitters: ${list([submitter])}`, holds: ({ submitters }) => submitters.has(submitter) },
    {
      filter: `featured: { days: { from: "${first}", to: "${last}" } }, hasCode: true`,
      holds: paper => described(paper).code !== null && paper.days.some(day => within(day, first, last)),
      from: first,
      to: last,
    },
    {
      filter: `featured: { days: { from: "${later}" } }, hasCode: false`,
      holds: paper => described(paper).code === null && paper.days.some(day => day >= later),
      from: later,
    },
    {
      filter: `published: { month: "${month}" }`,
      holds: paper => described(paper).publishedAt.startsWith(month),
    },
    { filter: 'text: "task-agnostic"', holds: paper => hasWords(paper, 'task-agnostic') },
    {
      filter: `text: ${JSON.stringify(`"${authors[0]}"`)}`,
      holds: paper => hasWords(paper, `"${authors[0]}"`),
    },
    {
      filter: `text: "\\"language models\\" reason", keywords: ${list([keywords[0]])}`,
      holds: paper => hasWords(paper, '"language models" reason') && paper.keywords.has(keywords[0]),
    },
  ]
}

/** Another spelling of a name. */
const capitals = (name: string): string => name.toUpperCase()

describe.each(corpora)('filters over all $name days', corpus => {
  const { dataOf } = graphOfCorpus(corpus)
  const papers = papersByHand(corpus)

  test.each(casesOver(corpus, papers))(
    '{ $filter } finds what a search by hand finds, in every order',
    async ({ filter, holds, from = FIRST, to = LAST }) => {
      const wanted = papers.filter(holds)
      expect(wanted.length).toBeGreaterThan(0)
      for (const order of ['FEATURED_ON', 'PUBLISHED_AT', 'UPVOTES', 'TRENDING'] satisfies Order[]) {
        const sorted = inOrder(wanted, order, from, to).map(({ id }) => id)
        const list = (direction: string, size: string) =>
          dataOf<{ papers: { totalCount: number; nodes: { paperId: string }[] } }>(
            `{ papers(filter: { ${filter} }, orderBy: { field: ${order}, direction: ${direction} }, ${size}: 30) { totalCount nodes { paperId } } }`,
          )
        const ids = ({ papers }: Awaited<ReturnType<typeof list>>) =>
          papers.nodes.map(({ paperId }) => paperId)
        const first = await list('DESC', 'first')
        expect(first.papers.totalCount).toBe(wanted.length)
        expect(ids(first)).toEqual(sorted.slice(0, 30))
        expect(ids(await list('DESC', 'last'))).toEqual(sorted.slice(-30))
        expect(ids(await list('ASC', 'first'))).toEqual(sorted.toReversed().slice(0, 30))
      }
    },
  )

  test('pages of a filter join to the whole list, in both directions', async () => {
    const wanted = papers.filter(paper => votes(paper) >= 100)
    const sorted = inOrder(wanted, 'UPVOTES', FIRST, LAST).map(({ id }) => id)
    for (const [size, cursor, more, at] of [
      ['first', 'after', 'hasNextPage', 'endCursor'],
      ['last', 'before', 'hasPreviousPage', 'startCursor'],
    ] as const) {
      const ids: string[] = []
      for (let place: string | null = ''; place !== null; ) {
        const answer: Listed = await dataOf(
          `{ papers(filter: { minUpvotes: 100 }, orderBy: { field: UPVOTES }, ${size}: 100${place && `, ${cursor}: "${place}"`}) { nodes { paperId } pageInfo { ${more} ${at} } } }`,
        )
        const page = answer.papers.nodes.map(({ paperId }) => paperId)
        ids.splice(size === 'first' ? ids.length : 0, 0, ...page)
        place = answer.papers.pageInfo[more] === true ? String(answer.papers.pageInfo[at]) : null
      }
      expect(ids).toEqual(sorted)
    }
  })
})
