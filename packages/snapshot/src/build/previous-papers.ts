import type { DatabaseSync } from 'node:sqlite'
import type { Account, Featurings, Paper } from '@daily-papers/papers/paper.ts'
import { type CorpusPaper, corpusPaper } from '@daily-papers/store/corpus.ts'
import {
  authorsInOrder,
  featuringsInOrder,
  historyInOrder,
  keywordsInOrder,
  papersInOrder,
  saidInOrder,
} from '../sql/previous.ts'

interface PaperRow {
  paper: number
  id: string
  featured_on: string
  published_at: string
  withdrawn_at: string | null
  updated_at: string
  upvotes: number | null
  comments: number | null
  github_stars: number | null
  models: number | null
  datasets: number | null
  spaces: number | null
  title: string
  abstract: string
  ai_summary: string | null
  ai_model: string | null
  code_url: string | null
  project_page: string | null
  thumbnail: string | null
  organization_key: string | null
  organization_name: string | null
  organization_full_name: string | null
}

/** The name in the row of an account or organization. */
interface NameRow {
  paper: number
  key: string
  name: string
  full_name: string | null
}

type Maybe<Row> = { [field in keyof Row]: Row[field] | null }

/**
 * The papers of a snapshot in its order, as input for the next build. Fields that a snapshot does not store, such as
 * avatars, are null.
 * @param isWanted Papers left out cost next to nothing.
 */
export function* previousPapers(
  database: DatabaseSync,
  isWanted: (id: string) => boolean,
): Generator<CorpusPaper> {
  const rows = <Row>(sql: string) => database.prepare(sql).iterate() as Iterable<Row>
  const featuringsOf = byPaper(
    rows<Maybe<NameRow> & { paper: number; day: string; submitted_at: string | null }>(featuringsInOrder),
  )
  const authorsOf = byPaper(rows<Maybe<NameRow> & { paper: number; printed: string }>(authorsInOrder))
  const keywordsOf = byPaper(rows<{ paper: number; name: string }>(keywordsInOrder))
  const pointsOf = byPaper(
    rows<{ paper: number; at: string } & Pick<PaperRow, 'upvotes' | 'comments' | 'github_stars'>>(
      historyInOrder,
    ),
  )
  const saidOf = byPaper(rows<NameRow & { kind: string }>(saidInOrder))
  for (const row of rows<PaperRow>(papersInOrder)) {
    if (!isWanted(row.id)) continue
    const said = new Map(saidOf(row.paper).map(each => [`${each.kind} ${each.key}`, each]))
    const accountOf = ({ key, name, full_name }: Maybe<NameRow>): Account | null => {
      const own = key === null ? undefined : said.get(`account ${key}`)
      const [username, fullName] = own ? [own.name, own.full_name] : [name, full_name]
      return username === null ? null : { username, fullName, avatar: null }
    }
    const featurings = featuringsOf(row.paper).map(each => ({
      day: each.day,
      submittedAt: each.submitted_at,
      submitter: accountOf(each),
      authorParticipates: null,
    })) as Featurings
    const authors = authorsOf(row.paper).map(each => ({
      name: each.printed,
      account: accountOf(each),
      claim: null,
    }))
    const paper: Paper = {
      ...described(row, said.get(`organization ${row.organization_key}`)),
      authors,
      keywords: keywordsOf(row.paper).map(({ name }) => name),
      featurings,
      submitter: featurings.at(-1)?.submitter ?? null,
      authorParticipates: null,
      media: [],
      discussionId: null,
    }
    const points = pointsOf(row.paper).map(({ at, upvotes, comments, github_stars }) => {
      return { at, upvotes, comments, githubStars: github_stars }
    })
    yield corpusPaper(paper, points)
  }
}

function described(row: PaperRow, said: NameRow | undefined) {
  const { models, datasets, spaces } = row
  const organization = said ?? { name: row.organization_name, full_name: row.organization_full_name }
  return {
    id: row.id,
    title: row.title,
    abstract: row.abstract,
    featuredOn: row.featured_on,
    publishedAt: row.published_at,
    withdrawnAt: row.withdrawn_at,
    updatedAt: row.updated_at,
    upvotes: row.upvotes,
    comments: row.comments,
    githubStars: row.github_stars,
    ...(models === null || datasets === null || spaces === null
      ? {}
      : { artefacts: { models, datasets, spaces } }),
    aiSummary: row.ai_summary === null ? null : { text: row.ai_summary, model: row.ai_model },
    code: row.code_url === null ? null : { url: row.code_url, addedBy: null },
    organization:
      organization.name === null
        ? null
        : { name: organization.name, fullName: organization.full_name, avatar: null },
    projectPage: row.project_page,
    thumbnail: row.thumbnail,
  }
}

/** Groups rows, which are in the order of papers, by paper. Papers must be asked for in that order. */
function byPaper<Row extends { paper: number }>(rows: Iterable<Row>): (paper: number) => Row[] {
  const iterator = rows[Symbol.iterator]()
  let next = iterator.next()
  return paper => {
    const found: Row[] = []
    for (; !next.done && next.value.paper <= paper; next = iterator.next())
      if (next.value.paper === paper) found.push(next.value)
    return found
  }
}
