import type { SpelledKind } from '@daily-papers/papers/entity.ts'
import { shownName } from '@daily-papers/papers/names.ts'
import type { Spellings } from '@daily-papers/store/questions.ts'
import type { Context } from '../context.ts'

const plain = /^[ -~]*$/

function nameIn(spellings: Spellings, kind: SpelledKind, printed: string): string {
  // Entities are named like this: authors in NFKC, keywords as printed.
  const shown = kind === 'keyword' || plain.test(printed) ? printed : shownName(printed)
  return spellings[kind].get(shown) ?? shown
}

/**
 * Hands `use` what gives a node's canonical name, whichever paper led to the node. It needs a read once a minute, and
 * otherwise returns at once.
 */
export function withCanonicalNames<T>(
  kind: SpelledKind,
  context: Context,
  use: (nameOf: (printed: string) => string) => T,
): T | Promise<T> {
  const known = context.spellings()
  const apply = (spellings: Spellings) => use(printed => nameIn(spellings, kind, printed))
  return known instanceof Promise ? known.then(apply) : apply(known)
}
