import { describe, expect, test } from 'vitest'
import { feedEntry } from '../testing/feed-entry.ts'
import { parseEntry } from './parse.ts'

const DAY = '2026-03-04'

/** The parsed entry, and what was left out. */
function read(...overrides: Parameters<typeof feedEntry>) {
  const parsed = parseEntry(feedEntry(...overrides), DAY)
  if ('problem' in parsed) throw new Error(parsed.problem)
  return { ...parsed.entry, warnings: parsed.warnings }
}

describe('links', () => {
  const codeOf = (paper: Record<string, unknown>) =>
    read({ paper: { githubRepoAddedBy: 'user', ...paper } }).description.code

  test('the repository is its root', () => {
    expect(codeOf({ githubRepo: 'https://github.com/sample-lab/code/tree/main/x/' })).toEqual({
      url: 'https://github.com/sample-lab/code',
      addedBy: 'user',
    })
  })

  test('a project page on GitHub is the repository when there is no other', () => {
    const projectPage = 'https://github.com/sample-lab/page'
    expect(codeOf({ githubRepo: undefined, projectPage })).toEqual({ url: projectPage, addedBy: null })
    expect(codeOf({ githubRepo: 'https://github.com/sample-lab/code', projectPage })?.url).toBe(
      'https://github.com/sample-lab/code',
    )
    expect(codeOf({ githubRepo: undefined })).toBeNull()
  })

  test('a repository without stars has an unknown number of them', () => {
    expect(read({ paper: { githubStars: undefined } }).counters.githubStars).toBeNull()
  })

  test('relative files are on the Hub, and anything but a web address is left out', () => {
    const { description, warnings } = read({
      thumbnail: '/thumb.png',
      paper: { projectPage: 'javascript:alert(1)' },
    })
    expect(description.thumbnail).toBe('https://huggingface.co/thumb.png')
    expect(description.projectPage).toBeNull()
    expect(warnings).toEqual(['paper.projectPage: Invalid input: expected an http(s) URL'])
  })

  test.each([
    ['http://example.org/a', 'http://example.org/a'],
    [' example.org/a ', 'https://example.org/a'],
    ['example.org/?at=https://example.com', 'https://example.org/?at=https://example.com'],
  ])('a project page that somebody typed as "%s" is %s', (projectPage, url) => {
    expect(read({ paper: { projectPage } }).description.projectPage).toBe(url)
  })

  test('media come from wherever the feed put them, once each', () => {
    const media = read({
      mediaUrls: ['https://m.example/1', 'https://m.example/2', null],
      paper: { mediaUrls: ['https://m.example/1', 'https://m.example/3'] },
    })
    expect(media.description.media).toEqual([
      'https://m.example/1',
      'https://m.example/2',
      'https://m.example/3',
    ])
  })

  test('the old field for media held an upload or a thumbnail', () => {
    const old = (mediaUrl: string) =>
      read({ mediaUrl, thumbnail: undefined, mediaUrls: undefined, paper: { mediaUrls: undefined } })
        .description
    const thumbnail = 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2403.00001.png'
    expect(old('https://m.example/1')).toMatchObject({ media: ['https://m.example/1'], thumbnail: null })
    expect(old(thumbnail)).toMatchObject({ media: [], thumbnail })
  })
})
