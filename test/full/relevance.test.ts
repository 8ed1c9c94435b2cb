import { beforeAll, describe, expect, test } from 'vitest'
import { ours } from '../relevance/engines.ts'
import { evaluate } from '../relevance/evaluate.ts'
import { tasksOver } from '../relevance/judgements.ts'
import { allPapers, type Recorded } from './testing/all-papers.ts'
import { hasRecordedDays, needsRecordedDays } from './testing/recorded.ts'
import { recordedGraph } from './testing/recorded-graph.ts'

describe.skipIf(!hasRecordedDays)(`search over all recorded days, ${needsRecordedDays}`, () => {
  const { dataOf, snapshot } = recordedGraph()
  let papers: Recorded[] = []
  beforeAll(() => {
    papers = allPapers()
  })

  test('what one knows of a paper or an author finds it', async () => {
    const { database } = await snapshot()
    const recalls = tasksOver(database).map(
      task => [task.name, evaluate(ours(database), task).recallAt10] as const,
    )
    for (const [name, recall] of recalls)
      expect(recall, name).toBeGreaterThanOrEqual(name.startsWith('a phrase') ? 0.95 : 0.98)
    expect(recalls).toHaveLength(5)
  })

  test('task-agnostic finds every paper that has it in either spelling, titles first', async () => {
    const spelled = (text: string) => /task[-\s]agnostic/i.test(text)
    const literal = papers.filter(
      ({ latest: { description } }) => spelled(description.title) || spelled(description.abstract),
    )
    expect(literal.length).toBeGreaterThanOrEqual(17)
    const { search } = await dataOf<{ search: { nodes: { paperId: string; title: string }[] } }>(
      '{ search(query: "task-agnostic", first: 100) { nodes { ... on Paper { paperId title } } } }',
    )
    const ids = search.nodes.map(({ paperId }) => paperId)
    expect(ids).toEqual(expect.arrayContaining(literal.map(({ id }) => id)))
    const inTitle = search.nodes.map(({ title }) => spelled(title))
    expect(inTitle.lastIndexOf(true)).toBeLessThan(inTitle.indexOf(false))
  })
})
