import { printed, readEntry } from '@daily-papers/store/testing/readings.ts'
import { expect, it } from 'vitest'
import { DAY, searching } from '../testing/searching.ts'

const paper = (n: number, author: string, more: { title?: string; organization?: string } = {}) =>
  readEntry(`2405.0000${n}`, DAY, {
    description: {
      title: more.title ?? `Paper ${n}`,
      authors: [printed(author), printed('Wei Li')],
      organization: more.organization
        ? { name: more.organization, fullName: `${more.organization} Research`, avatar: null }
        : null,
    },
  })

it('papers by the author of this name come first, then by authors whose names contain it, then the others', async () => {
  const { found } = await searching(
    paper(1, 'Liu Yang', { title: 'Yu Li in the title' }),
    paper(2, 'Yu Li'),
    paper(3, 'Yu Li Chen'),
    paper(4, 'Li Yu'),
    paper(5, 'Yu Li'),
  )
  const list = found('paper', 'Yu Li')
  expect(list.slice(0, 3)).toEqual(['2405.00005', '2405.00002', '2405.00003'])
  expect(list.slice(3)).toContain('2405.00001')
})

it('the papers of an organization come before papers with its name in the title', async () => {
  const { found } = await searching(
    paper(1, 'A', { title: 'Acme in the title' }),
    paper(2, 'B', { organization: 'acme' }),
    paper(3, 'C', { organization: 'acmesoft' }),
  )
  expect(found('paper', 'acme').slice(0, 2)).toEqual(['2405.00002', '2405.00001'])
  expect(found('paper', 'acme research')[0]).toBe('2405.00002')
})

it('a single word is not treated as a name', async () => {
  const { found } = await searching(paper(1, 'Yu Li', { title: 'A' }), paper(2, 'B C', { title: 'Li' }))
  expect(found('paper', 'Li')[0]).toBe('2405.00002')
})
