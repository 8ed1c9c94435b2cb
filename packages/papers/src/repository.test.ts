import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalRepository, isGitHub } from './repository.ts'

test.each([
  ['https://github.com/sample-lab/code', 'https://github.com/sample-lab/code'],
  ['http://www.github.com/sample-lab/code/', 'https://github.com/sample-lab/code'],
  ['github.com/sample-lab/code', 'https://github.com/sample-lab/code'],
  ['https://github.com/sample-lab/code.git', 'https://github.com/sample-lab/code'],
  ['https://github.com/sample-lab/code/tree/main/part', 'https://github.com/sample-lab/code'],
  [
    'https://github.com/sample-lab/code/blob/v1.5/README.md?plain=1#top',
    'https://github.com/sample-lab/code',
  ],
  ['https://GitHub.com//Sample-Lab/Code', 'https://github.com/Sample-Lab/Code'],
  ['https://gitlab.com/group/part/code/-/tree/main', 'https://gitlab.com/group/part/code'],
  ['https://gitlab.com/group/code/tree/main', 'https://gitlab.com/group/code'],
  ['https://huggingface.co/sample-lab/model/tree/main', 'https://huggingface.co/sample-lab/model'],
  ['https://huggingface.co/datasets/sample-lab/data', 'https://huggingface.co/datasets/sample-lab/data'],
  ['https://huggingface.co/spaces/sample-lab/demo?x=1', 'https://huggingface.co/spaces/sample-lab/demo'],
])('%s points into %s', (url, repository) => {
  expect(canonicalRepository(url)).toBe(repository)
})

test.each([
  'https://github.com/sample-lab',
  'https://github.com/orgs/sample-lab/repositories',
  'https://sample-lab.github.io/code',
  'https://huggingface.co/collections/sample-lab/all',
  'https://huggingface.co/papers/2503.02130',
  'https://huggingface.co/spaces/sample-lab',
  'https://example.org/sample-lab/code',
  'javascript:alert(1)',
  'not a URL',
  '',
])('%s is no repository', url => {
  expect(canonicalRepository(url)).toBeNull()
})

test('a canonical URL stays as it is', () => {
  const part = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/)
  fc.assert(
    fc.property(fc.constantFrom('github.com', 'codeberg.org'), part, part, (host, owner, name) => {
      const url = canonicalRepository(`https://${host}/${owner}/${name}/tree/main`)
      return url === null || canonicalRepository(url) === url
    }),
  )
})

test('only github.com is GitHub', () => {
  expect(isGitHub('http://www.github.com/sample-lab/code')).toBe(true)
  expect(isGitHub('https://github.com.example.org/a/b')).toBe(false)
  expect(isGitHub('https://example.org/github.com')).toBe(false)
})
