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

/** The canonical name of a node, whichever paper led to it. It needs a read once a minute. */
export function canonicalName(
  kind: SpelledKind,
  printed: string,
  context: Context,
): string | Promise<string> {
  const known = context.spellings()
  return known instanceof Promise
    ? known.then(spellings => nameIn(spellings, kind, printed))
    : nameIn(known, kind, printed)
}
