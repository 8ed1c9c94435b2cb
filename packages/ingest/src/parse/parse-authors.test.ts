import { describe, expect, test } from 'vitest'
import { feedAuthor, feedEntry, feedUser } from '../testing/feed-entry.ts'
import { parseEntry } from './parse.ts'

const DAY = '2026-03-04'

/** The parsed entry, and what was left out. */
function read(...overrides: Parameters<typeof feedEntry>) {
  const parsed = parseEntry(feedEntry(...overrides), DAY)
  if ('problem' in parsed) throw new Error(parsed.problem)
  return { ...parsed.entry, warnings: parsed.warnings }
}

describe('authors', () => {
  const authorsOf = (...authors: unknown[]) => read({ paper: { authors } }).description.authors

  test('hidden ones are left out, also when the mark cannot be read', () => {
    const authors = authorsOf(
      feedAuthor({ name: 'Ann', hidden: true }),
      feedAuthor({ name: 'Bo', hidden: 'yes' }),
      feedAuthor({ name: 'Cy', hidden: undefined }),
    )
    expect(authors.map(author => author.name)).toEqual(['Cy'])
  })

  test('a claim brings the account, unless the Hub says that it is somebody else', () => {
    const user = { ...feedUser('ann'), user: 'ann' }
    const account = { username: 'ann', fullName: 'The ann', avatar: 'https://huggingface.co/avatars/ann.svg' }
    expect(
      authorsOf(
        feedAuthor({ name: 'Ann', user, status: 'claimed_verified' }),
        feedAuthor({ name: 'Ann', user, status: 'extracted_infirmed' }),
      ),
    ).toEqual([
      { name: 'Ann', account, claim: 'claimed_verified' },
      { name: 'Ann', account: null, claim: 'extracted_infirmed' },
    ])
  })

  test('an unreadable entry does not lose the others', () => {
    const { description, warnings } = read({
      paper: {
        authors: [
          null,
          feedAuthor({ name: 'Ann' }),
          42,
          feedAuthor({ status: 1, user: 1 }),
          feedAuthor({ name: 7 }),
          feedAuthor({ name: ' ' }),
          feedAuthor({ name: 'Bo\n  Sample' }),
        ],
      },
    })
    expect(description.authors.map(author => author.name)).toEqual(['Ann', 'Bo Sample'])
    expect(warnings).toContain('paper.authors.2: Invalid input: expected object, received number')
  })

  test('hundreds are kept, in their order', () => {
    const names = Array.from({ length: 700 }, (_, i) => `Sample ${i}`)
    expect(authorsOf(...names.map(name => feedAuthor({ name }))).map(author => author.name)).toEqual(names)
  })
})
