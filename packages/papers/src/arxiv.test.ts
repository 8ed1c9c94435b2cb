import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paperIdFrom } from './arxiv.ts'

/** Any UTF-16 there is, lone surrogates included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map(units => String.fromCharCode(...units))

test.each([
  '2503.02130',
  '2503.02130v2',
  ' 2503.02130\n',
  'arXiv:2503.02130',
  'arxiv: 2503.02130v11',
  '10.48550/arXiv.2503.02130',
  'doi:10.48550/arXiv.2503.02130',
  'https://doi.org/10.48550/arXiv.2503.02130',
  'http://dx.doi.org/10.48550/ARXIV.2503.02130',
  'https://arxiv.org/abs/2503.02130',
  'http://www.arxiv.org/abs/2503.02130v1?context=cs#comments',
  'https://arxiv.org/pdf/2503.02130.pdf',
  'https://arxiv.org/pdf/2503.02130v3',
  'https://arxiv.org/html/2503.02130v1/',
  'https://export.arxiv.org/abs/2503.02130',
  'arxiv.org/abs/2503.02130',
  'arxiv.org/abs/2503.02130?from=https://example.org',
  '2503.02130'.padEnd(1000),
  'https://www.alphaxiv.org/abs/2503.02130',
  'https://alphaxiv.org/overview/2503.02130v1',
  'https://huggingface.co/papers/2503.02130',
  'https://huggingface.co/papers/2503.02130?ref=x#community',
  'HTTPS://HuggingFace.co/papers/2503.02130/',
  'https://huggingface.co/papers/2503.02130#67c7d1',
  'https://huggingface.co/papers/2503.02130/discussions',
  'https://huggingface.co/papers/2503.02130.md',
  'https://huggingface.co/api/papers/2503.02130',
  'https://hf.co/papers/2503.02130',
  'https://arxiv.org/src/2503.02130',
  'https://arxiv.org/e-print/2503.02130v1',
  'https://arxiv.org/ps/2503.02130',
  'https://arxiv.org/bibtex/2503.02130',
  'https://arxiv.org/format/2503.02130',
  'https://browse.arxiv.org/abs/2503.02130',
  'https://browse.arxiv.org/html/2503.02130v1',
  'https://export.arxiv.org/e-print/2503.02130',
  'https://ar5iv.labs.arxiv.org/html/2503.02130',
  'https://alphaxiv.org/ja/overview/2503.02130',
  'https://www.alphaxiv.org/zh-CN/abs/2503.02130v1?chatId=1',
  'https://alphaxiv.org/overview/2503.02130.md',
])('%s names 2503.02130', ref => {
  expect(paperIdFrom(ref)).toBe('2503.02130')
})

test.each([
  ['hep-th/9901001v2', 'hep-th/9901001'],
  ['arXiv:HEP-TH/9901001', 'hep-th/9901001'],
  ['math.GT/0309136', 'math/0309136'],
  ['https://arxiv.org/pdf/cond-mat/9901001v1.pdf', 'cond-mat/9901001'],
  ['10.48550/arXiv.hep-th/9901001', 'hep-th/9901001'],
  ['0704.0001', '0704.0001'],
])('%s names %s', (ref, id) => {
  expect(paperIdFrom(ref)).toBe(id)
})

test.each([
  '',
  '2503.021',
  '2503.021300',
  '2503.02130v0',
  '2503.02130x',
  '25030.2130',
  'hep-th/990100',
  'a paper 2503.02130',
  '2503.arxiv:02130',
  '2503.02130'.padEnd(1001),
  '10.1000/2503.02130',
  'https://example.org/abs/2503.02130',
  'https://arxiv.org.example.org/abs/2503.02130',
  'https://arxiv.org/list/2503.02130',
  'https://arxiv.org/abs/',
  'https://arxiv.www.org/abs/2503.02130',
  'ftp://arxiv.org/abs/2503.02130',
  'xhttp://arxiv.org/abs/2503.02130',
  'javascript:2503.02130',
  'https://huggingface.co/2503.02130',
  'https://huggingface.co/papers/date/2025-03-05',
  'https://huggingface.co/papers/2503.02130/2503.02131',
  'https://huggingface.co/api/2503.02130',
  'https://huggingface.co/datasets/papers/2503.02130',
  'https://arxiv.org/abs/2503.02130/discussions',
  'https://arxiv.org/html/2503.02130v1/x1.png',
  'https://arxiv.org/ja/abs/2503.02130',
  'https://alphaxiv.org/other/overview/2503.02130',
  'https://doi.org/2503.02130',
  `https://arxiv.org/abs/2503.02130?${'x'.repeat(1000)}`,
])('%s names no paper', ref => {
  expect(paperIdFrom(ref)).toBeNull()
})

test('every identifier names itself, with or without a version, from each kind of page', () => {
  const id = fc.oneof(
    fc.stringMatching(/^\d{4}\.\d{4,5}$/),
    fc.stringMatching(/^[a-z]{2,8}(-[a-z]{2,4})?\/\d{7}$/),
  )
  const wrap = fc.constantFrom(
    '',
    'arXiv:',
    '10.48550/arXiv.',
    'https://arxiv.org/abs/',
    'https://huggingface.co/papers/',
  )
  fc.assert(
    fc.property(
      id,
      wrap,
      fc.constantFrom('', 'v1', 'v27'),
      (id, wrap, version) => paperIdFrom(wrap + id + version) === id,
    ),
  )
})

test('nothing makes it throw', () => {
  fc.assert(fc.property(anyText, ref => paperIdFrom(ref) === null || paperIdFrom(ref) !== ''))
})
