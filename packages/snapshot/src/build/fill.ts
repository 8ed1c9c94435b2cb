import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { EntityKind, Totals } from '@daily-papers/papers/entity.ts'
import { accountKey, authorKey, keywordKey, organizationKey } from '@daily-papers/papers/names.ts'
import type { Account } from '@daily-papers/papers/paper.ts'
import type { Corpus, CorpusPaper, EntityPosting } from '@daily-papers/store/corpus.ts'
import { searchable, spellingsOf } from '../sql/words.ts'
import { type Numbered, numbering } from './numbering.ts'

/** The data that a snapshot is built from. */
export type CorpusRead = Pick<Corpus, 'papers' | 'days' | 'emptyDays'>

type Insert = (...values: SQLInputValue[]) => void

/**
 * Fills the empty tables of a draft.
 * @returns the number of rows of each kind
 */
export async function fill(database: DatabaseSync, corpus: CorpusRead): Promise<Totals> {
  const inserting = (table: string, columns: number): Insert => {
    const statement = database.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`)
    return (...values) => void statement.run(...values)
  }
  const words = database.prepare(
    'INSERT INTO paper_words (rowid, title, abstract, summary, keywords, authors, organization) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const insert = {
    paper: inserting('paper', 20),
    text: inserting('paper_text', 8),
    featuring: inserting('featuring', 4),
    authorship: inserting('authorship', 5),
    keyword: inserting('paper_keyword', 4),
    said: inserting('said_otherwise', 5),
    history: inserting('history', 5),
    day: inserting('day', 4),
    emptyDay: inserting('empty_day', 1),
  }
  const entities = {
    author: numbering(),
    keyword: numbering(),
    organization: numbering(),
    account: numbering(),
  }

  const said: { number: number; each: EntityPosting }[] = []

  let papers = 0
  for await (const some of corpus.papers()) for (const paper of some) addPaper(++papers, paper)
  for (const { number, each } of said) {
    const { kind, key, posting } = each
    if (entities[kind].isNamedOtherwise(key, posting))
      insert.said(number, kind, key, posting.name, posting.fullName ?? null)
  }
  const days = await corpus.days()
  for (const { date, paperCount, state, changedAt } of days)
    insert.day(date, paperCount, Number(state === 'settled'), changedAt)
  for (const day of await corpus.emptyDays()) insert.emptyDay(day)
  for (const kind of kinds) addEntities(database, kind, entities[kind].all())
  const about = inserting('about', 2)
  about('what', "Hugging Face's Daily Papers as of one instant, made by Daily Papers Graph")
  about('licence', 'abstracts are arXiv metadata (CC0); the rest is public on Hugging Face under its terms')
  about('papers', String(papers))
  return {
    papers,
    days: days.length,
    author: entities.author.all().length,
    keyword: entities.keyword.all().length,
    organization: entities.organization.all().length,
    account: entities.account.all().length,
  }

  function addPaper(number: number, { paper, history, postings, positions }: CorpusPaper): void {
    for (const each of postings) {
      entities[each.kind].add(each.key, each.posting)
      if (each.kind === 'account' || each.kind === 'organization') said.push({ number, each })
    }
    const { author, keyword, organization, account } = entities
    const accountOf = (shown: Account | null) => shown && account.numberOf(accountKey(shown.username))
    const { id, featuredOn, publishedAt, withdrawnAt, updatedAt, upvotes, comments, githubStars } = paper
    insert.paper(
      number,
      id,
      featuredOn,
      publishedAt,
      withdrawnAt,
      updatedAt,
      paper.organization && organization.numberOf(organizationKey(paper.organization.name)),
      upvotes,
      comments,
      githubStars,
      paper.artefacts?.models ?? null,
      paper.artefacts?.datasets ?? null,
      paper.artefacts?.spaces ?? null,
      Number(paper.code !== null),
      Number(paper.projectPage !== null),
      Number(paper.aiSummary !== null),
      positions.featuredOn,
      positions.publishedAt,
      positions.upvotes,
      positions.trending,
    )
    const { title, abstract, aiSummary, code, projectPage, thumbnail } = paper
    const { text = null, model = null } = aiSummary ?? {}
    insert.text(number, title, abstract, text, model, code?.url ?? null, projectPage, thumbnail)
    for (const { day, submittedAt, submitter } of paper.featurings)
      insert.featuring(number, day, submittedAt, accountOf(submitter))
    for (const [i, { name, account: claimant }] of paper.authors.entries())
      insert.authorship(number, i + 1, author.numberOf(authorKey(name)), name, accountOf(claimant))
    for (const [i, name] of paper.keywords.entries())
      insert.keyword(number, i + 1, keyword.numberOf(keywordKey(name)), name)
    for (const point of history)
      insert.history(number, point.at, point.upvotes, point.comments, point.githubStars)
    words.run(
      number,
      searchable(title),
      searchable(abstract),
      searchable(text),
      searchable(...paper.keywords),
      searchable(...paper.authors.flatMap(({ name }) => spellingsOf(name))),
      searchable(paper.organization?.name ?? null, paper.organization?.fullName ?? null),
    )
  }
}

const kinds = ['author', 'keyword', 'organization', 'account'] as const satisfies EntityKind[]

const columns: Record<EntityKind, (one: Numbered) => SQLInputValue[]> = {
  author: ({ number, key, name, papers }) => [number, key, name, papers],
  keyword: ({ number, key, name, papers }) => [number, key, name, papers],
  organization: ({ number, key, name, fullName, papers }) => [
    number,
    key,
    name,
    fullName,
    fullName && organizationKey(fullName),
    papers,
  ],
  account: ({ number, key, name, fullName, claims, submissions }) => [
    number,
    key,
    name,
    fullName,
    claims,
    submissions,
  ],
}

function addEntities(database: DatabaseSync, kind: EntityKind, all: readonly Numbered[]): void {
  const [first] = all
  if (!first) return
  const marks = columns[kind](first).map(() => '?')
  const insert = database.prepare(`INSERT INTO ${kind} VALUES (${marks.join(', ')})`)
  const words =
    kind === 'account' ? null : database.prepare(`INSERT INTO ${kind}_words (rowid, name) VALUES (?, ?)`)
  for (const one of all) {
    insert.run(...columns[kind](one))
    words?.run(one.number, searchable(...spellingsOf(one.name), one.fullName, one.key))
  }
}
