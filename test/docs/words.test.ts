import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const GENERATED = ['api', 'cost', 'ingest-cost', 'performance', 'relevance'].map(name => `docs/${name}.md`)

/** Words of a page outside of code blocks and of parts that a script writes. */
function wordsOf(page: string): number {
  const byHand = page
    .replaceAll(/<!-- (?:Below: w|W)ritten by[\s\S]*?(?:<!--|$(?![\s\S]))/g, '')
    .replaceAll(/^ *```[\s\S]*?^ *```$/gm, '')
  return byHand.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length
}

test('README, CONTRIBUTING and hand-written docs have fewer than 11,000 words', () => {
  const pages = globSync(['README.md', 'CONTRIBUTING.md', 'docs/**/*.md'], { cwd: root })
  const words = pages
    .filter(page => !GENERATED.includes(page))
    .map(page => wordsOf(readFileSync(`${root}${page}`, 'utf8')))
  expect(words.length).toBeGreaterThan(20)
  expect(words.reduce((sum, count) => sum + count, 0)).toBeLessThan(11_000)
})
