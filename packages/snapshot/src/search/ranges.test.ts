import { expect, it } from 'vitest'
import { termsOf } from '../sql/query-text.ts'
import { tellingTerms } from './function-words.ts'
import { highlightsOf } from './ranges.ts'

const marked = (text: string, query: string): string[] =>
  highlightsOf(text, termsOf(query)).map(({ start, end }) => text.slice(start, end))

it.each([
  ['Diffusion and diffusions', 'diffusion', ['Diffusion', 'diffusions']],
  ['by Baptiste Rozière 𝕏', 'roziere', ['Rozière']],
  ['a Task-Agnostic model, agnostic of the task', 'task-agnostic', ['Task-Agnostic']],
  ['pre-training and pretraining', 'pre-training', ['pre-training', 'pretraining']],
  ['as it is, as is', '"as is"', ['as is']],
  ['𝔸 emoji 🎉 party', 'party', ['party']],
  ['deep learning deep', 'deep learning', ['deep', 'learning', 'deep']],
  ['nothing', 'else', []],
])('of %j for %j marks %j', (text, query, expected) => {
  expect(marked(text, query)).toEqual(expected)
})

it.each([
  ['how do robots learn from videos?', ['robots', 'learn', 'videos']],
  ['to be or not to be', ['to', 'be', 'or', 'not']],
  ['attention "is all"', ['attention', 'is all']],
  ['state-of-the-art', ['state of the art']],
])('of %j only the telling words are marked', (query, expected) => {
  const words = tellingTerms(termsOf(query)).map(term => term.words.join(' '))
  expect([...new Set(words)]).toEqual(expected)
})
