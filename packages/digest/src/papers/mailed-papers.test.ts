import { expect, test } from 'vitest'
import { paper } from '../testing/papers.ts'
import { mailedPapers } from './mailed-papers.ts'

test('papers come by votes, without LaTeX, and without those that are gone', async () => {
  const found = [
    paper('2603.00001', {
      upvotes: 1,
      title: '$\\tau^2$-Bench',
      aiSummary: { text: 'It is 2$\\times$ faster.' },
    }),
    null,
    paper('2603.00002', { upvotes: 9, aiSummary: null, abstract: 'Some \\textbf{bold} claims.' }),
  ]
  const papers = await mailedPapers(async <Data>() => ({ papersByRef: found }) as Data, ['a', 'b', 'c'])
  expect(papers).toMatchObject([
    { paperId: '2603.00002', aiSummary: null, abstract: 'Some bold claims.' },
    { paperId: '2603.00001', title: 'τ²-Bench', aiSummary: { text: 'It is 2× faster.' } },
  ])
})
