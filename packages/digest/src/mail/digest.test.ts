import { caniemail } from 'caniemail'
import { expect, it, test } from 'vitest'
import type { MailedPapers } from '../papers/mailed-papers.ts'
import { PAPERS_A_MAIL } from '../send/deliver.ts'
import type { Subscription } from '../subscriptions/subscription.ts'
import { longPapers, paper } from '../testing/papers.ts'
import { confirmationMail } from './confirmation.ts'
import { digestMail } from './digest.ts'

const SITE = 'https://papers.example.org'
const subscription: Subscription = {
  token: 'person.secret',
  email: 'ada@example.org',
  filter: { keywords: ['agents', 'video'], minUpvotes: 20, hasCode: true },
  every: 'DAY',
  hour: 7,
  timeZone: 'Europe/Berlin',
  state: 'ACTIVE',
  consent: { askedAt: '', askedFrom: '', text: '', confirmedAt: '2026-02-01T10:00:00.000Z' },
  dueAt: null,
  claim: null,
}
const due = { token: subscription.token, at: '2026-03-02T06:00:00.000Z' }
const mailOf = (papers = longPapers(50)) => digestMail(subscription, papers, due, SITE)
const plain = (html: string) =>
  html
    .replace(/<style>.*?<\/style>|<[^>]+>/gs, ' ')
    .replace(
      /&(amp|lt|gt|quot|#39|nbsp|middot|#9650);/g,
      (_, name) =>
        ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ', middot: '·', '#9650': '▲' })[
          name as string
        ] ?? '',
    )
const words = (text: string) => text.replace(/\s+/g, ' ')

it('is under 100 KB with 50 papers, and with as many as a mail can have', () => {
  expect(Buffer.byteLength(mailOf().html)).toBeLessThan(90_000)
  expect(Buffer.byteLength(mailOf(longPapers(PAPERS_A_MAIL)).html)).toBeLessThan(100_000)
})

it.each([1, 7, 60])('says the same in both parts, with %i papers', count => {
  const papers = longPapers(count)
  const { html, text } = mailOf(papers)
  const [ofHtml, ofText] = [words(plain(html)), words(text)]
  for (const { title, upvotes, paperId } of papers) {
    expect(ofHtml).toContain(title)
    expect(ofText).toContain(title)
    expect(ofHtml).toContain(`▲ ${upvotes}`)
    expect(ofText).toContain(`▲ ${upvotes}`)
    expect(html).toContain(`href="${SITE}/papers/${paperId}"`)
    expect(text).toContain(`${SITE}/papers/${paperId}`)
  }
  const linksOf = (part: string) => new Set(part.match(/https:\/\/[^\s"<]+/g))
  expect(linksOf(html)).toEqual(linksOf(text))
})

it('says why one gets it, the filter in words, and how to change or end it', () => {
  const { text, headers } = mailOf([paper('2603.00001')])
  expect(words(text)).toContain(
    'Every day at 07:00, Europe/Berlin time, this mail brings new papers on “agents” or “video”, with 20 upvotes or more, with code. You asked for it on 1 February 2026.',
  )
  expect(text).toContain('Change the times: https://papers.example.org/subscriptions/person.secret')
  expect(text).toContain('Unsubscribe: https://papers.example.org/subscriptions/person.secret#unsubscribe')
  expect(headers).toEqual({
    'List-Unsubscribe': '<https://papers.example.org/subscriptions/person.secret>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  })
})

it('leaves out unknown values, and never shows 0 for them', () => {
  const bare = paper('2603.00001', {
    upvotes: null,
    comments: null,
    aiSummary: null,
    organization: null,
    code: null,
    authors: { nodes: [], totalCount: 0 },
  })
  const { html, text } = mailOf([bare])
  expect(words(plain(html))).toContain('The abstract of 2603.00001.')
  expect(text).not.toMatch(/null|▲|\b0\b|comment|Code/)
  expect(plain(html)).not.toMatch(/null|▲|comment|Code/)
})

it('shows markup of a title as text', () => {
  const { html } = mailOf([paper('2603.00001', { title: '<img src=x onerror=alert(1)> & "more"' })])
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;more&quot;')
})

test('a mail that is repeated has the same id, another one has its own', () => {
  const papers = longPapers(2)
  expect(mailOf(papers).messageId).toBe(mailOf(papers.toReversed() as MailedPapers).messageId)
  expect(mailOf(papers).messageId).not.toBe(mailOf(longPapers(3)).messageId)
})

test('lines of the text part have 72 characters at most, but for links', () => {
  const long = mailOf()
    .text.split('\n')
    .filter(line => line.length > 76 && !line.includes('https://'))
  expect(long).toEqual([])
})

/** What may be missing: dark mode, the narrow margins of phones, round corners; Gmail's old web site shows the preview. */
const enhancements = [
  ...[
    '@media',
    'prefers-color-scheme',
    'color-scheme CSS property',
    'color-scheme meta tag',
    '<style> element',
  ],
  ...['display:none', 'border-radius', 'role attribute', '<body> element'],
]

test.each([
  ['a digest', mailOf(longPapers(60)).html],
  ['a confirmation', confirmationMail(subscription, SITE).html],
])('%s uses what Gmail, Apple Mail and Outlook show, and enhancements that may be missing', (_, html) => {
  const { issues } = caniemail({ clients: ['gmail.*', 'apple-mail.*', 'outlook.*'], html })
  const missing = [...issues.errors.values()].flat().map(({ title }) => title)
  expect([...new Set(missing)].filter(title => !enhancements.includes(title))).toEqual([])
})
