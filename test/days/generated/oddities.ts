import type { Author, HubEntry } from '../corpus.ts'
import type { Days } from './generated.ts'

interface Oddity {
  /** One entry in so many has it. */
  every: number
  edit(entry: HubEntry, index: number): void
}

const author = (name: string, more: Partial<Author> = {}): Author => ({
  _id: `author-of-${name}`,
  name,
  ...more,
})

/** The spellings of one keyword. */
const SPELLINGS = [
  'Large Language Models',
  'large-language models',
  'LARGE LANGUAGE MODELS',
  'large  language models',
]
/** The names that one author prints. */
const PRINTED = ['Žuzana Quáxdrim', 'Zuzana Quaxdrim', 'ZUZANA QUAXDRIM', 'Zuzana Quax-drim']

/** What the recordings of the Hub have and the sample, which newcomers see, does without. */
const oddities: Record<string, Oddity> = {
  'a keyword in several spellings': {
    every: 7,
    edit: ({ paper }, i) => {
      paper.ai_keywords = [...(paper.ai_keywords ?? []), SPELLINGS[i % SPELLINGS.length] ?? '']
    },
  },
  'an author in several spellings': {
    every: 13,
    edit: ({ paper }, i) => void paper.authors.push(author(PRINTED[i % PRINTED.length] ?? '')),
  },
  'two people of one name on a paper': {
    every: 97,
    edit: ({ paper }) =>
      void paper.authors.push(
        author('Wug Tovemims', { user: { user: 'wug-1', fullname: 'Wug T.' }, status: 'claimed_verified' }),
        author('Wug Tovemims', {
          user: { user: 'wug-2', fullname: 'Wug Tovemims' },
          status: 'claimed_verified',
        }),
      ),
  },
  'people of one name on many papers': {
    every: 11,
    edit: ({ paper }) => void paper.authors.push(author('Yib Zublo')),
  },
  'a name that is another one turned round': {
    every: 53,
    edit: ({ paper }) => void paper.authors.unshift(author('Zublo Yib')),
  },
  'a hidden author': {
    every: 31,
    edit: ({ paper }) => void paper.authors.push(author('Nobody Youmaysee', { hidden: true })),
  },
  'a title on several lines': {
    every: 34,
    edit: entry => {
      entry.paper.title = `A Task-Agnostic Study:\n  ${entry.paper.title}\n`
    },
  },
  'a term in another spelling': {
    every: 38,
    edit: ({ paper }) => {
      paper.summary = `${paper.summary}\nIt is task agnostic, and "reasons" about $x^{2}$.`
    },
  },
  'LaTeX in a title': {
    every: 41,
    edit: ({ paper }) => {
      paper.title += ': $\\alpha$-Drim with \\textbf{$\\mathbb{R}^{n}$} & \\"o'
    },
  },
  'a title that is hard on software': {
    every: 43,
    edit: ({ paper }) => {
      paper.title = `${paper.title} 🦦 עברית <b>&amp;</b> \u200b\u0000 ’quoted‘ 深度學習`
    },
  },
  '600 authors': {
    every: 500,
    edit: ({ paper }, i) => {
      paper.authors = Array.from({ length: 600 }, (_, n) => author(`Crowd ${n} Gralm${n % 7 ? '' : i}`))
    },
  },
  'one author': {
    every: 59,
    edit: ({ paper }) => {
      paper.authors = paper.authors.slice(0, 1)
    },
  },
  'no votes known': { every: 61, edit: ({ paper }) => void delete paper.upvotes },
  'no vote at all': {
    every: 67,
    edit: ({ paper }) => {
      paper.upvotes = 0
    },
  },
  'very many votes': {
    every: 71,
    edit: ({ paper }) => {
      paper.upvotes = 400 + Number(paper.id.slice(-3))
    },
  },
  'no submitter, discussion or thumbnail': {
    every: 73,
    edit: entry => {
      for (const field of ['submittedBy', 'thumbnail'] as const) delete entry[field]
      delete entry.paper.discussionId
    },
  },
  'no abstract, summary or keywords': {
    every: 79,
    edit: ({ paper }) => {
      for (const field of ['summary', 'ai_summary', 'ai_summary_model', 'ai_keywords'] as const)
        delete paper[field]
    },
  },
  'an organization whose name has capitals': {
    every: 23,
    edit: (entry, i) => {
      entry.organization = { name: i % 2 ? 'Sample-Lab-1' : 'SAMPLE-LAB-1' }
    },
  },
  'names that JavaScript knows': {
    every: 89,
    edit: ({ paper }) => {
      paper.authors.push(author('constructor'), author('__proto__'))
      paper.ai_keywords = ['toString', '__proto__', 'a#b', 'c++']
    },
  },
  'a withdrawn paper': {
    every: 101,
    edit: ({ paper }) => {
      paper.withdrawnAt = '2026-02-02T02:02:02.000Z'
    },
  },
  'a paper that is years older than its day': {
    every: 103,
    edit: ({ paper }) => {
      paper.publishedAt = '2019-02-28T23:59:59.000Z'
    },
  },
}

/** The fields of a day's time: media were one URL, and organizations had another name for four days. */
function agedLike(day: string, entry: HubEntry): void {
  if (day < '2024-06-12') entry.mediaUrl = `https://sample.example/media/${entry.paper.id}.png`
  if (day < '2025-09-29') for (const from of [entry, entry.paper]) delete from.organization
  if (day >= '2025-09-29' && day <= '2025-10-02' && entry.organization) {
    entry.submitterOrganization = entry.organization
    for (const from of [entry, entry.paper]) delete from.organization
  }
}

export function addOddities(days: Days): void {
  const kinds = Object.values(oddities)
  let index = 0
  for (const [day, entries] of days)
    for (const entry of entries) {
      index++
      // Each kind begins elsewhere, so that what comes seldom does not come together.
      for (const [k, { every, edit }] of kinds.entries()) if (index % every === k % every) edit(entry, index)
      agedLike(day, entry)
    }
}
