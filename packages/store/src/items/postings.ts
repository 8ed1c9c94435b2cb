import type { EntityKind } from '@daily-papers/papers/entity.ts'
import { accountKey, authorKey, keywordKey, organizationKey, shownName } from '@daily-papers/papers/names.ts'
import type { Account } from '@daily-papers/papers/paper.ts'
import type { Posting } from './entity-item.ts'
import type { PaperDocument } from './paper-item.ts'

/** The entities that a paper belongs to, each with one posting. */
export interface EntityPosting {
  kind: EntityKind
  key: string
  posting: Posting
}

export const entityName = (kind: EntityKind, key: string): string => `${kind} ${key}`

/** Every entity of a paper: authors by printed name (once each), keywords, organization, accounts that claim or submitted it. */
export function postingsOf(paper: PaperDocument): Map<string, EntityPosting> {
  const found = new Map<string, EntityPosting>()
  const { id, featurings } = paper
  const [{ day }] = featurings
  const posting = (kind: EntityKind, key: string, name: string): Posting => {
    const known = found.get(entityName(kind, key))
    if (known) return known.posting
    const added = { kind, key, posting: { day, id, name } }
    found.set(entityName(kind, key), added)
    return added.posting
  }
  const account = (shown: Account): Posting => {
    const said = posting('account', accountKey(shown.username), shown.username)
    if (shown.fullName) said.fullName = shown.fullName
    if (shown.avatar) said.avatar = shown.avatar
    return said
  }

  for (const keyword of paper.keywords) posting('keyword', keywordKey(keyword), keyword)
  for (const author of paper.authors) {
    const shown = shownName(author.name)
    const said = posting('author', authorKey(author.name), shown)
    if (shown !== said.name) said.also = [...new Set([...(said.also ?? []), shown])]
    if (!author.account) continue
    said.accounts = [...new Set([...(said.accounts ?? []), author.account.username])].sort()
    account(author.account).claims = true
  }
  for (const { submitter } of featurings) if (submitter) account(submitter).submits = true
  if (paper.organization) {
    const { name, fullName, avatar } = paper.organization
    const said = posting('organization', organizationKey(name), name)
    if (fullName) said.fullName = fullName
    if (avatar) said.avatar = avatar
  }
  return found
}
