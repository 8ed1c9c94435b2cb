import type { ComponentChild } from 'preact'
import { Dots } from '../parts/dots.tsx'
import type { Missing, View } from '../routing/page.ts'

interface Trouble {
  title: string
  children: ComponentChild
}

const Notice = ({ title, children }: Trouble) => (
  <div class="notice">
    <h1>{title}</h1>
    {children}
    <p>
      <Dots
        of={[
          <a href="/">Today’s papers</a>,
          <a href="/search">Search</a>,
          <a href="/about">About this site</a>,
        ]}
      />
    </p>
  </div>
)

const view = (title: string, children: ComponentChild): View => ({
  title,
  description: title,
  body: <Notice title={title}>{children}</Notice>,
})

export const missingPage = ({ title, hint }: Missing): View =>
  view(title, hint ? <p>{hint}</p> : <p>The address may be mistyped, or the page is gone.</p>)

const REASONS: Record<string, string> = {
  RATE_LIMITED: 'Too many people are reading this site at the moment.',
  TIMEOUT: 'The papers did not arrive in time.',
  COST_LIMIT_EXCEEDED: 'This page needs a query that costs too much.',
}

const TryAgain = ({ url }: { url: string }) => (
  <>
    <a href={url}>Try again</a> in a few seconds.
  </>
)

export const failedPage = (codes: ReadonlySet<string>, url: string): View => {
  const reason = [...codes].map(code => REASONS[code]).find(text => text !== undefined)
  return view(
    'The page could not be made',
    <p>
      {reason ?? 'Something failed on this site.'} <TryAgain url={url} />
    </p>,
  )
}

export const slowPage = (url: string): View =>
  view(
    'The page took too long',
    <p>
      The papers did not arrive in time. <TryAgain url={url} />
    </p>,
  )
