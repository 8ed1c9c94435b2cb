import { encodeId } from '@daily-papers/graph/relay/ids.ts'
import { authorKey } from '@daily-papers/papers/names.ts'
import type { Authorship, Paper } from '@daily-papers/papers/paper.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import { bodyOf, listen } from '../listen.ts'

type AuthorId = (author: Authorship) => string

const shown = (paper: Paper, authorId: AuthorId) => ({
  id: encodeId('Paper', paper.id),
  paperId: paper.id,
  title: paper.title,
  abstract: paper.abstract,
  publishedAt: paper.publishedAt,
  featuredOn: paper.featuredOn,
  upvotes: paper.upvotes,
  comments: paper.comments,
  aiSummary: paper.aiSummary && { text: paper.aiSummary.text },
  organization: paper.organization && {
    name: paper.organization.name,
    fullName: paper.organization.fullName,
  },
  code: paper.code && { url: paper.code.url, stars: paper.githubStars },
  authors: {
    nodes: paper.authors.slice(0, 10).map(author => ({ id: authorId(author), name: author.name })),
  },
})

async function small(store: Questions, { ref }: { ref: string }, authorId: AuthorId) {
  const [paper] = await store.papers([ref])
  return { paper: paper ? shown(paper, authorId) : null }
}

async function page(store: Questions, { date }: { date: string }, authorId: AuthorId) {
  const [day] = await store.days([date])
  if (!day) return { day: null }
  const order = { field: 'upvotes', descending: true } as const
  const { rows, hasNextPage } = await store.papersOn(date, order, {
    size: 20,
    backward: false,
    after: null,
    before: null,
  })
  const papers = { pageInfo: { hasNextPage }, nodes: rows.map(({ node }) => shown(node, authorId)) }
  return { day: { date, papers } }
}

/** The two queries written out by hand. */
export const serveByHand = (store: Questions, authorId: AuthorId): Promise<string> =>
  listen(async (request, response) => {
    const { operationName, variables } = JSON.parse(await bodyOf(request))
    const answer = operationName === 'Small' ? small : page
    const body = JSON.stringify({ data: await answer(store, variables, authorId) })
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      .end(body)
  })

/** Every answer is made anew: the limit of what a server that keeps nothing can do. */
export const start = (store: Questions): Promise<string> =>
  serveByHand(store, ({ name }) => encodeId('Author', authorKey(name)))
