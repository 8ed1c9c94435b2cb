import { plainLetters } from '@daily-papers/papers/names.ts'
import type { Database } from '../../../packages/snapshot/src/sql/database.ts'
import { wordsOf } from '../../../packages/snapshot/src/sql/words.ts'

/** A query, and the one thing that whoever asks it looks for. */
export interface Judgement {
  query: string
  /** The arXiv identifier of a paper, or the key of an author. */
  wanted: string
}

/** What somebody remembers of a thing, as queries over a corpus; nothing is picked by hand. */
export interface Task {
  name: string
  kind: 'paper' | 'author'
  judgements: Judgement[]
}

interface Paper {
  id: string
  title: string
  abstract: string
}

/** So many of each task: every nth of the corpus, so that all of its years are among them. */
const EACH = 200

function every<T>(all: readonly T[], wanted = EACH): T[] {
  const step = Math.max(1, all.length / wanted)
  return Array.from({ length: Math.min(wanted, all.length) }, (_, i) => all[Math.floor(i * step)] as T)
}

const plainWords = (text: string): string[] => wordsOf(text).map(({ word }) => word)

/** The four words of a title that the fewest titles have, in the order of the title. */
function rareWords(title: string, titlesWith: ReadonlyMap<string, number>): string[] {
  const words = [...new Set(plainWords(title))]
  const rarest = words.toSorted((a, b) => (titlesWith.get(a) ?? 0) - (titlesWith.get(b) ?? 0)).slice(0, 4)
  return words.filter(word => rarest.includes(word))
}

/** Six words that follow each other in the middle of a text, as printed. */
function phraseOf(text: string): string {
  const words = wordsOf(text)
  const from = Math.floor(words.length / 2)
  return text.slice(words[from]?.start, words[from + 5]?.end)
}

export function tasksOver(database: Database): Task[] {
  const papers = database.all<Paper>(
    'SELECT id, title, abstract FROM paper JOIN paper_text USING (paper) ORDER BY id',
  )
  const titlesWith = new Map<string, number>()
  for (const { title } of papers)
    for (const word of new Set(plainWords(title))) titlesWith.set(word, (titlesWith.get(word) ?? 0) + 1)
  const authors = database.all<{ key: string; name: string }>(
    'SELECT key, name FROM author WHERE paper_count > 0 ORDER BY key',
  )
  const withoutAccents = (name: string): string => plainLetters(name)
  const accented = authors.filter(({ name }) => withoutAccents(name) !== name.toLowerCase())
  const titled = papers.filter(({ title }) => rareWords(title, titlesWith).length === 4)
  const long = papers.filter(({ abstract }) => wordsOf(abstract).length > 20)
  return [
    {
      name: 'four rare words of a title',
      kind: 'paper',
      judgements: every(titled).map(({ id, title }) => ({
        query: rareWords(title, titlesWith).join(' '),
        wanted: id,
      })),
    },
    {
      name: 'three of them, the last cut to five letters',
      kind: 'paper',
      judgements: every(titled).map(({ id, title }) => {
        const [first, second, third = ''] = rareWords(title, titlesWith)
        return { query: `${first} ${second} ${third.slice(0, 5)}`, wanted: id }
      }),
    },
    {
      name: 'a phrase of six words from an abstract',
      kind: 'paper',
      judgements: every(long).map(({ id, abstract }) => ({ query: `"${phraseOf(abstract)}"`, wanted: id })),
    },
    {
      name: 'the full name of an author',
      kind: 'author',
      judgements: every(authors).map(({ key, name }) => ({ query: name, wanted: key })),
    },
    {
      name: 'the same with its accents dropped',
      kind: 'author',
      judgements: every(accented).map(({ key, name }) => ({ query: withoutAccents(name), wanted: key })),
    },
  ]
}
