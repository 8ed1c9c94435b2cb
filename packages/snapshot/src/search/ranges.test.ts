import { expect, it } from 'vitest'
import { termsOf } from '../sql/query-text.ts'
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
