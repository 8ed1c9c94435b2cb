import { script, stylesheet } from 'reader:assets'
import type { Asked, View } from '../routing/page.ts'
import { Dots } from './dots.tsx'
import { MailForm } from './mail-form.tsx'
import { SearchBox } from './search-box.tsx'
import { themeScript } from './theme-script.ts'

const SITE = 'Daily Papers'

/** A page that a script fills in is painted when it is filled. */
const BLOCKING = { blocking: 'render' }

const sections = [
  { name: 'Today', path: '/' },
  { name: 'Week', path: '/weeks' },
  { name: 'Month', path: '/months' },
  { name: 'Trending', path: '/trending' },
  { name: 'Rising', path: '/rising' },
  { name: 'Keywords', path: '/keywords' },
  { name: 'New', path: '/new' },
  { name: 'Saved', path: '/saved' },
]

interface FrameProps {
  asked: Asked
  view: View
  graphql: string | undefined
  isFound: boolean
}

function Head({ asked, view, isFound }: FrameProps) {
  const title = view.title === SITE ? SITE : `${view.title} · ${SITE}`
  const address = `${asked.origin}${view.canonical ?? asked.url}`
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      <link rel="stylesheet" href={`/assets/${stylesheet}`} />
      <script type="module" {...(view.island && BLOCKING)} src={`/assets/${script}`} />
      <meta name="description" content={view.description} />
      {(view.isPrivate || !isFound) && <meta name="robots" content="noindex" />}
      {isFound && <link rel="canonical" href={address} />}
      {view.previous && <link rel="prev" href={view.previous} />}
      {view.next && <link rel="next" href={view.next} />}
      {view.markdown && <link rel="alternate" type="text/markdown" href={view.markdown} title={view.title} />}
      {view.feeds?.atom && (
        <link rel="alternate" type="application/atom+xml" href={view.feeds.atom} title={view.title} />
      )}
      {view.feeds?.json && (
        <link rel="alternate" type="application/feed+json" href={view.feeds.json} title={view.title} />
      )}
      <link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml" title={SITE} />
      <link rel="icon" type="image/svg+xml" href="/assets/icon.svg" />
      <meta property="og:site_name" content={SITE} />
      <meta property="og:title" content={view.title} />
      <meta property="og:description" content={view.description} />
      <meta property="og:url" content={address} />
      {view.image && <meta property="og:image" content={view.image} />}
      <meta name="twitter:card" content={view.image ? 'summary_large_image' : 'summary'} />
      {view.head}
    </head>
  )
}

/** The HTML document around the content of a page. */
export function Frame(props: FrameProps) {
  const { asked, view, graphql } = props
  return (
    <html lang="en">
      <Head {...props} />
      <body data-island={view.island}>
        <a class="skip" href="#main">
          To the content
        </a>
        <header class="top">
          <div class="bar">
            <a class="name" href="/">
              {SITE}
            </a>
            <nav aria-label="Pages">
              <ul>
                {sections.map(({ name, path }) => (
                  <li key={path}>
                    <a href={path} aria-current={path === view.section ? 'page' : undefined}>
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            {/* The page of a search has a box of its own. */}
            {view.section !== '/search' && <SearchBox label="Search papers, authors, or an arXiv id" />}
            <button type="button" class="theme needs-script" aria-label="Theme: as the system" title="Theme">
              ◐
            </button>
          </div>
        </header>
        <main id="main" tabIndex={-1}>
          {view.body}
          {view.mail && asked.hasDigest && <MailForm filter={view.mail} page={asked.url} />}
        </main>
        <footer>
          <p>
            <Dots
              of={[
                graphql && (
                  <a href={graphql} rel="nofollow">
                    This page as GraphQL
                  </a>
                ),
                <a href="/about">About</a>,
                <a href="/graphql">API</a>,
                <a href="/feeds/latest.atom">Feed</a>,
                <span class="needs-script">
                  <kbd>?</kbd> for keys
                </span>,
              ]}
            />
          </p>
          <p>Data from Hugging Face’s Daily Papers and arXiv, which don’t run this site.</p>
        </footer>
      </body>
    </html>
  )
}
