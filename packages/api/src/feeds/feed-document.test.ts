import type { Paper } from '@daily-papers/papers/paper.ts'
import { printed, readEntry } from '@daily-papers/store/testing/readings.ts'
import { expect, test } from 'vitest'
import { feedText } from './feed-document.ts'

const { description, featuring, counters } = readEntry('2405.00001', '2024-05-02', {
  description: { title: '\u0001 ', abstract: 'Nothing & more.', authors: [], keywords: [] },
}).entry
const bare: Paper = {
  ...description,
  ...counters,
  featurings: [featuring],
  featuredOn: featuring.day,
  submitter: null,
  authorParticipates: null,
  updatedAt: '2024-05-03T00:00:00.000Z',
}
const rich: Paper = {
  ...bare,
  id: '2405.00002',
  title: ' Agents\u0000 < Models ',
  aiSummary: { text: ' In short.\u0007 ', model: 'm' },
  keywords: [' agents ', '\u0001'],
  authors: [' Ada Example\u0002', ' \u0003 '].map(printed),
  code: { url: 'https://github.com/a/b?c&d', addedBy: null },
  projectPage: 'https://example.org/',
  thumbnail: 'https://example.org/t.png',
  artefacts: { models: 1, datasets: 2, spaces: 0 },
  featurings: [{ ...featuring, submittedAt: '2024-05-02T08:30:00.000Z' }],
}
const urls = {
  atom: 'https://papers.example.org/feeds/x.atom',
  json: 'https://papers.example.org/feeds/x.json',
}
const feed = { title: ' Daily\u0004 Papers', home: 'https://example.org/home', papers: [bare, rich], urls }

test('a JSON feed has what each paper has, without characters that XML cannot hold', () => {
  expect(JSON.parse(feedText('json', { ...feed, minUpvotes: 5 }))).toMatchInlineSnapshot(`
    {
      "authors": [
        {
          "name": "Hugging Face Daily Papers",
          "url": "https://huggingface.co/papers",
        },
      ],
      "feed_url": "https://papers.example.org/feeds/x.json",
      "home_page_url": "https://example.org/home",
      "items": [
        {
          "authors": [],
          "content_html": "<p>Nothing &amp; more.</p><p><a href="https://huggingface.co/papers/2405.00001">Hugging Face</a> · <a href="https://arxiv.org/abs/2405.00001">arXiv</a> · <a href="https://arxiv.org/pdf/2405.00001">PDF</a></p>",
          "date_published": "2024-05-02T00:00:00.000Z",
          "id": "https://arxiv.org/abs/2405.00001",
          "tags": [],
          "title": "2405.00001",
          "url": "https://huggingface.co/papers/2405.00001",
        },
        {
          "authors": [
            {
              "name": "Ada Example",
            },
          ],
          "content_html": "<p>Nothing &amp; more.</p><p><a href="https://huggingface.co/papers/2405.00002">Hugging Face</a> · <a href="https://arxiv.org/abs/2405.00002">arXiv</a> · <a href="https://arxiv.org/pdf/2405.00002">PDF</a> · <a href="https://github.com/a/b?c&amp;d">Code</a> · <a href="https://example.org/">Project</a> · 1 model · 2 datasets</p>",
          "date_published": "2024-05-02T08:30:00.000Z",
          "id": "https://arxiv.org/abs/2405.00002",
          "image": "https://example.org/t.png",
          "summary": "In short.",
          "tags": [
            "agents",
          ],
          "title": "Agents < Models",
          "url": "https://huggingface.co/papers/2405.00002",
        },
      ],
      "language": "en",
      "title": "Daily Papers, with 5 upvotes or more",
      "version": "https://jsonfeed.org/version/1.1",
    }
  `)
})

test('an Atom feed has the same', () => {
  expect(feedText('atom', { ...feed, minUpvotes: null })).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom">
      <author>
        <name>Hugging Face Daily Papers</name>
        <uri>https://huggingface.co/papers</uri>
      </author>
      <generator>Daily Papers Graph</generator>
      <id>https://papers.example.org/feeds/x.atom</id>
      <link href="https://papers.example.org/feeds/x.atom" rel="self" type="application/atom+xml"/>
      <link href="https://papers.example.org/feeds/x.json" rel="alternate" type="application/feed+json"/>
      <link href="https://example.org/home" rel="alternate" type="text/html"/>
      <title>Daily Papers</title>
      <updated>2024-05-02T08:30:00.000Z</updated>
      <entry>
        <content type="html">
          <![CDATA[<p>Nothing &amp; more.</p><p><a href="https://huggingface.co/papers/2405.00001">Hugging Face</a> · <a href="https://arxiv.org/abs/2405.00001">arXiv</a> · <a href="https://arxiv.org/pdf/2405.00001">PDF</a></p>]]>
        </content>
        <id>https://arxiv.org/abs/2405.00001</id>
        <link href="https://huggingface.co/papers/2405.00001" rel="alternate" type="text/html"/>
        <published>2024-05-02T00:00:00.000Z</published>
        <title>2405.00001</title>
        <updated>2024-05-02T00:00:00.000Z</updated>
      </entry>
      <entry>
        <author>
          <name>Ada Example</name>
        </author>
        <category term="agents"/>
        <content type="html">
          <![CDATA[<p>Nothing &amp; more.</p><p><a href="https://huggingface.co/papers/2405.00002">Hugging Face</a> · <a href="https://arxiv.org/abs/2405.00002">arXiv</a> · <a href="https://arxiv.org/pdf/2405.00002">PDF</a> · <a href="https://github.com/a/b?c&amp;d">Code</a> · <a href="https://example.org/">Project</a> · 1 model · 2 datasets</p>]]>
        </content>
        <id>https://arxiv.org/abs/2405.00002</id>
        <link href="https://huggingface.co/papers/2405.00002" rel="alternate" type="text/html"/>
        <published>2024-05-02T08:30:00.000Z</published>
        <summary>In short.</summary>
        <title>
          <![CDATA[Agents < Models]]>
        </title>
        <updated>2024-05-02T08:30:00.000Z</updated>
      </entry>
    </feed>
    "
  `)
})

test('a feed without papers, page or limit names itself alone', () => {
  const empty = { title: 'Daily Papers', home: null, papers: [], urls, minUpvotes: null }
  expect(JSON.parse(feedText('json', empty))).toMatchInlineSnapshot(`
    {
      "authors": [
        {
          "name": "Hugging Face Daily Papers",
          "url": "https://huggingface.co/papers",
        },
      ],
      "feed_url": "https://papers.example.org/feeds/x.json",
      "items": [],
      "language": "en",
      "title": "Daily Papers",
      "version": "https://jsonfeed.org/version/1.1",
    }
  `)
  expect(feedText('atom', empty)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom">
      <author>
        <name>Hugging Face Daily Papers</name>
        <uri>https://huggingface.co/papers</uri>
      </author>
      <generator>Daily Papers Graph</generator>
      <id>https://papers.example.org/feeds/x.atom</id>
      <link href="https://papers.example.org/feeds/x.atom" rel="self" type="application/atom+xml"/>
      <link href="https://papers.example.org/feeds/x.json" rel="alternate" type="application/feed+json"/>
      <title>Daily Papers</title>
      <updated>2023-05-04T00:00:00.000Z</updated>
    </feed>
    "
  `)
})
