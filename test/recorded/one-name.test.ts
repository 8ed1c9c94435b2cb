import { describe, expect, test } from 'vitest'
import { corpora } from '../days/corpora.ts'
import { graphOfCorpus } from './table/graph-of-corpus.ts'

interface Named {
  id: string
  name: string
}
interface Listed {
  list: { nodes: Named[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
}
interface DayOfPapers {
  day: { papers: { nodes: { keywords: Named[]; authors: { nodes: Named[] }; keywordNames: string[] }[] } }
}

describe.each(corpora)('over all $name days', corpus => {
  const { ask } = graphOfCorpus(corpus)

  /** Every name of a kind as the list of all gives it. */
  async function listed(kind: 'authors' | 'keywords'): Promise<Map<string, string>> {
    const names = new Map<string, string>()
    let after: string | null = null
    do {
      const { data }: { data: Listed } = await ask<Listed>(
        `query ($after: String) { list: ${kind}(first: 100, after: $after) { nodes { id name } pageInfo { hasNextPage endCursor } } }`,
        { after },
      )
      for (const { id, name } of data.list.nodes) names.set(id, name)
      after = data.list.pageInfo.hasNextPage ? data.list.pageInfo.endCursor : null
    } while (after !== null)
    return names
  }

  test('an author and a keyword have one name, whether listed or reached by any of their papers', async () => {
    const names = new Map([...(await listed('authors')), ...(await listed('keywords'))])
    const others: [string, string | undefined][] = []
    let spelledOtherwise = 0
    for (const day of corpus.days) {
      const { data } = await ask<DayOfPapers>(
        'query ($day: Date!) { day(date: $day) { papers(first: 100) { nodes { keywordNames keywords { id name } authors(first: 100) { nodes { id name } } } } } }',
        { day },
      )
      for (const { keywords, keywordNames, authors } of data.day.papers.nodes) {
        for (const { id, name } of [...keywords, ...authors.nodes])
          if (names.get(id) !== name) others.push([name, names.get(id)])
        spelledOtherwise += keywords.filter(({ name }, i) => name !== keywordNames[i]).length
      }
    }
    expect(others).toEqual([])
    expect(spelledOtherwise).toBeGreaterThan(0)
  })
})
