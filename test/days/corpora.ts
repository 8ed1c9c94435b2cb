import type { Corpus } from './corpus.ts'
import { generated } from './generated/generated.ts'
import { recorded } from './recorded.ts'

/** What a test over days of the feed runs over: always the generated days, and the recorded ones where they are. */
export const corpora: readonly Corpus[] = recorded ? [generated, recorded] : [generated]

/** What a test of minutes runs over: the recorded days where they are, else the generated ones. */
export const fullest: readonly Corpus[] = corpora.slice(-1)

export function corpusNamed(name: string): Corpus {
  const found = corpora.find(corpus => corpus.name === name)
  if (!found) throw new Error(`no days are ${name}; there are ${corpora.map(({ name }) => name).join(', ')}`)
  return found
}
