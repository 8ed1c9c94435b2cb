import { describe, expect, test } from 'vitest'
import { corpora } from '../days/corpora.ts'
import { ours } from './search/engines.ts'
import { evaluate } from './search/evaluate.ts'
import { tasksOver } from './search/judgements.ts'
import { graphOfCorpus } from './table/graph-of-corpus.ts'

describe.each(corpora)('search over all $name days', corpus => {
  const { dataOf, snapshot } = graphOfCorpus(corpus)

  test('finds a paper or an author by what a person remembers of it', async () => {
    const opened = await snapshot()
    const recalls = tasksOver(opened.database).map(
      task => [task.name, evaluate(ours(opened), task).recallAt10] as const,
    )
    for (const [name, recall] of recalls)
      expect(recall, name).toBeGreaterThanOrEqual(name.startsWith('a phrase') ? 0.95 : 0.98)
    expect(recalls).toHaveLength(5)
  })

  test('finds task-agnostic in either spelling, titles first', async () => {
    const spelled = (text: string) => /task[-\s]agnostic/i.test(text)
    const { database } = await snapshot()
    const papers = database.all<{ id: string; title: string; abstract: string }>(
      'SELECT id, title, abstract FROM paper JOIN paper_text USING (paper)',
    )
    const literal = papers.filter(({ title, abstract }) => spelled(title) || spelled(abstract))
    expect(literal.length).toBeGreaterThanOrEqual(17)
    const { search } = await dataOf<{ search: { nodes: { paperId: string; title: string }[] } }>(
      '{ search(query: "task-agnostic", first: 100) { nodes { ... on Paper { paperId title } } } }',
    )
    const ids = search.nodes.map(({ paperId }) => paperId)
    const found = literal.filter(({ id }) => ids.includes(id))
    // Of the generated papers more than a page has the words.
    expect(found.length).toBeGreaterThanOrEqual(literal.length > 100 ? 17 : literal.length)
    const inTitle = search.nodes.map(({ title }) => spelled(title))
    if (inTitle.includes(false) && literal.length <= 100)
      expect(inTitle.lastIndexOf(true)).toBeLessThan(inTitle.indexOf(false))
  })
})
