import type { FeedFormat } from '@daily-papers/graph/feed-address.ts'
import { ARTEFACT_KINDS, type ArtefactKind } from '@daily-papers/papers/artefact.ts'
import { FIRST_DAY } from '@daily-papers/papers/days.ts'
import { paperLinks } from '@daily-papers/papers/links.ts'
import type { Instant, Paper } from '@daily-papers/papers/paper.ts'
import { generateAtomFeed, generateJsonFeed } from 'feedsmith'
import { escapeHtml } from '../http/html.ts'
import type { FeedContents } from './feed-papers.ts'

export const FEED_TYPES: Record<FeedFormat, string> = {
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}

export interface FeedDocument extends FeedContents {
  /** Absolute URL of this feed in each format. */
  urls: Record<FeedFormat, string>
  minUpvotes: number | null
}

/** Characters that XML cannot hold, even escaped. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const plain = (text: string): string => text.toWellFormed().replace(unwritable, '').trim()
const plainAll = (texts: readonly string[]): string[] => texts.map(plain).filter(text => text !== '')

const html = (text: string): string => escapeHtml(plain(text))
const anchor = (label: string, url: string): string => `<a href="${html(url)}">${label}</a>`

const ONE: Record<ArtefactKind, string> = { models: 'model', datasets: 'dataset', spaces: 'Space' }

/** How many models, datasets and Spaces link a paper, such as `12 models`. Nothing for none and for unread ones. */
const linkedTo = ({ artefacts }: Paper): string[] =>
  ARTEFACT_KINDS.flatMap(kind => {
    const total = artefacts?.[kind] ?? 0
    return total === 0 ? [] : `${total} ${ONE[kind]}${total === 1 ? '' : 's'}`
  })

function contentOf(paper: Paper): string {
  const { id, abstract, code, projectPage } = paper
  const { huggingFace, arxiv, pdf } = paperLinks(id)
  const links = [
    anchor('Hugging Face', huggingFace),
    anchor('arXiv', arxiv),
    anchor('PDF', pdf),
    ...(code ? [anchor('Code', code.url)] : []),
    ...(projectPage ? [anchor('Project', projectPage)] : []),
    ...linkedTo(paper),
  ]
  return `<p>${html(abstract)}</p><p>${links.join(' · ')}</p>`
}

/** When a paper was first submitted to the feed. An edit never counts. */
const enteredAt = ({ featurings, featuredOn }: Paper): Instant =>
  featurings[0].submittedAt ?? `${featuredOn}T00:00:00.000Z`

/** A paper in both formats, without votes, comments and stars: a feed would change with each of them. */
function entryOf(paper: Paper) {
  const { id, title, authors, keywords, aiSummary, thumbnail } = paper
  const { arxiv, huggingFace } = paperLinks(id)
  return {
    // The same in every feed and for ever, so that a feed reader shows a paper once.
    id: arxiv,
    url: huggingFace,
    title: plain(title) || id,
    at: enteredAt(paper),
    authors: plainAll(authors.map(({ name }) => name)).map(name => ({ name })),
    keywords: plainAll(keywords),
    summary: aiSummary ? plain(aiSummary.text) : null,
    content: contentOf(paper),
    image: thumbnail,
  }
}

const PUBLISHER = { name: 'Hugging Face Daily Papers', url: 'https://huggingface.co/papers' }

/** A feed as text of a format. The same papers give the same text. */
export function feedText(
  format: FeedFormat,
  { title, home, papers, urls, minUpvotes }: FeedDocument,
): string {
  const entries = papers.map(entryOf)
  const titled = plain(minUpvotes === null ? title : `${title}, with ${minUpvotes} upvotes or more`)
  if (format === 'json') {
    const feed = generateJsonFeed({
      title: titled,
      feed_url: urls.json,
      ...(home && { home_page_url: home }),
      authors: [PUBLISHER],
      language: 'en',
      items: entries.map(({ id, url, title, at, authors, keywords, summary, content, image }) => ({
        id,
        url,
        title,
        content_html: content,
        ...(summary && { summary }),
        ...(image && { image }),
        date_published: new Date(at),
        authors,
        tags: keywords,
      })),
    })
    // Left out by the library when there are none, which the format does not allow.
    return JSON.stringify(entries.length === 0 ? Object.assign({}, feed, { items: [] }) : feed)
  }
  return generateAtomFeed({
    id: urls.atom,
    title: { value: titled },
    // A feed that holds nothing is as old as Daily Papers.
    updated: new Date(
      entries
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? FIRST_DAY,
    ),
    // Of the entries that show no author, and of a feed without entries.
    authors: [{ name: PUBLISHER.name, uri: PUBLISHER.url }],
    links: [
      { rel: 'self', type: FEED_TYPES.atom, href: urls.atom },
      { rel: 'alternate', type: FEED_TYPES.json, href: urls.json },
      ...(home ? [{ rel: 'alternate', type: 'text/html', href: home }] : []),
    ],
    generator: { text: 'Daily Papers Graph' },
    entries: entries.map(({ id, url, title, at, authors, keywords, summary, content }) => ({
      id,
      title: { value: title },
      published: new Date(at),
      updated: new Date(at),
      authors,
      links: [{ rel: 'alternate', type: 'text/html', href: url }],
      categories: keywords.map(term => ({ term })),
      ...(summary && { summary: { value: summary } }),
      content: { type: 'html', value: content },
    })),
  })
}
