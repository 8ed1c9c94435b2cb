import type { ComponentChild } from 'preact'
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
      <a href="/">Today’s papers</a> · <a href="/search">Search</a> · <a href="/about">About this site</a>
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
  RATE_LIMITED: 'The database is overloaded at the moment.',
  TIMEOUT: 'The API took too long to answer.',
  COST_LIMIT_EXCEEDED: 'This page needs a query that costs too much.',
}

export const failedPage = (codes: ReadonlySet<string>): View => {
  const reason = [...codes].map(code => REASONS[code]).find(text => text !== undefined)
  return view(
    'The page could not be made',
    <p>{reason ?? 'The API answered with an error.'} Reload it in a few seconds.</p>,
  )
}

export const slowPage = (): View =>
  view('The page took too long', <p>The API did not answer in time. Reload the page in a few seconds.</p>)
