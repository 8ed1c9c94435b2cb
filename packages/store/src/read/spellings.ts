import { canonicalNames, type SpellingsItem } from '../items/spellings-item.ts'
import type { Questions, Spellings } from '../questions.ts'
import { spellingsKey } from '../table/keys.ts'
import { getItems } from '../table/requests.ts'
import type { Table } from '../table/table.ts'

const KEPT_MS = 60_000

async function readSpellings(table: Table): Promise<Spellings> {
  const keys = [spellingsKey('author'), spellingsKey('keyword')]
  const [author, keyword] = await getItems<SpellingsItem>(table, keys)
  return { author: canonicalNames(author), keyword: canonicalNames(keyword) }
}

/** The spellings of a table, read at most once a minute. A failed read is forgotten, so that the next one asks again. */
export function keepingSpellings(table: Table): Questions['spellings'] {
  let until = Number.NEGATIVE_INFINITY
  let known: Spellings | Promise<Spellings> | undefined
  return now => {
    if (known && now < until) return known
    until = now + KEPT_MS
    const asked = readSpellings(table).then(
      read => {
        known = read
        return read
      },
      error => {
        until = Number.NEGATIVE_INFINITY
        throw error
      },
    )
    known = asked
    return asked
  }
}
