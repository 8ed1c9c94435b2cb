import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bibtex, markdown } from './citation.ts'

const paper = (over: { title?: string; authors?: string[]; code?: string } = {}) => ({
  id: '2503.02130',
  title: over.title ?? 'A Sample Paper',
  authors: (over.authors ?? ['Ann Sample', 'Bo Exämple']).map(name => ({ name, account: null, claim: null })),
  publishedAt: '2025-03-04T00:00:00.000Z',
  featuredOn: '2025-03-06',
  code: over.code ? { url: over.code } : null,
})

test('a BibTeX entry names the paper as arXiv does', () => {
  expect(bibtex(paper())).toBe(`@misc{sample2025_2503_02130,
  title = {{A Sample Paper}},
  author = {Ann Sample and Bo Exämple},
  year = {2025},
  eprint = {2503.02130},
  archivePrefix = {arXiv},
  doi = {10.48550/arXiv.2503.02130},
  url = {https://arxiv.org/abs/2503.02130}
}`)
})

test.each([
  ['50% of R&D_1 #1', '50\\% of R\\&D\\_1 \\#1'],
  ['{open', '\\textbraceleft{}open'],
  ['a~b^c\\d', 'a\\textasciitilde{}b\\textasciicircum{}c\\textbackslash{}d'],
  ['$\\alpha_1$-Net: 3%', '$\\alpha_1$-Net: 3\\%'],
  ['From $5 to $10', 'From \\$5 to \\$10'],
  ['$a{b$ c', '\\$a\\textbraceleft{}b\\$ c'],
])('the title %s is written %s in BibTeX', (title, latex) => {
  expect(bibtex(paper({ title }))).toContain(`title = {{${latex}}},`)
})

test('an organization with "and" in its name is one author', () => {
  expect(bibtex(paper({ authors: ['Research and Samples', 'Ann Sample'] }))).toContain(
    '{{Research and Samples} and Ann Sample}',
  )
})

test('a paper without authors has no author field', () => {
  expect(bibtex(paper({ authors: [] }))).not.toContain('author')
  expect(bibtex(paper({ authors: [] }))).toContain('@misc{paper2025_2503_02130,')
})

test('braces balance whatever the title and the names', () => {
  const text = fc.string({ unit: fc.constantFrom('{', '}', '$', '\\', '%', 'a', ' ', '_', ',') })
  fc.assert(
    fc.property(text, fc.array(text), (title, authors) => {
      const entry = bibtex(paper({ title, authors }))
      return entry.split('{').length === entry.split('}').length
    }),
  )
})

test('a digest line links the title and names three authors', () => {
  expect(markdown(paper({ authors: ['A', 'B', 'C', 'D'], code: 'https://github.com/sample-lab/code' }))).toBe(
    '[**A Sample Paper**](https://huggingface.co/papers/2503.02130) — A, B, C et al. (2025-03-06) · [arXiv](https://arxiv.org/abs/2503.02130) · [PDF](https://arxiv.org/pdf/2503.02130) · [code](https://github.com/sample-lab/code)',
  )
  expect(markdown(paper({ authors: ['A', 'B', 'C'] }))).toContain(' — A, B, C (2025')
  expect(markdown(paper({ authors: [] }))).toContain('02130) (2025')
})

test('markdown in a title is shown as it is', () => {
  expect(markdown(paper({ title: '[x](y) *a* <b> `c`' }))).toContain(
    '[**\\[x\\](y) \\*a\\* \\<b\\> \\`c\\`**]',
  )
})
