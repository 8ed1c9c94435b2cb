import type { SpelledKind } from '@daily-papers/papers/entity.ts'
import { shownName } from '@daily-papers/papers/names.ts'
import type { Spellings } from '@daily-papers/store/questions.ts'
import type { Context } from '../context.ts'

const plain = /^[ -~]*$/

/** The canonical name of a node, whichever paper led to it. It needs a read once a minute. */
export function canonicalName(
  kind: SpelledKind,
  printed: string,
  { store, now }: Context,
): string | Promise<string> {
  // Entities are named like this: authors in NFKC, keywords as printed.
  const shown = kind === 'keyword' || plain.test(printed) ? printed : shownName(printed)
  const nameIn = (spellings: Spellings) => spellings[kind].get(shown) ?? shown
  const known = store.spellings(now())
  return known instanceof Promise ? known.then(nameIn) : nameIn(known)
}
