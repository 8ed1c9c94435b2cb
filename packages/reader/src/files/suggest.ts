import { graphql } from '../graph/graphql.ts'
import { at } from '../parts/addresses.ts'
import { plainText } from '../parts/formula.tsx'
import { askPage } from '../routing/ask-page.ts'
import { type File, served } from './file.ts'

const document = graphql(`
  query Suggest($text: String!) {
    suggest(text: $text, first: 8) { kind ref text }
  }
`)

const MINUTE_SECONDS = 60

const kinds = {
  PAPERS: { kind: 'paper', to: at.paper },
  AUTHORS: { kind: 'author', to: at.author },
  ORGANIZATIONS: { kind: 'organization', to: at.organization },
  KEYWORDS: { kind: 'keyword', to: at.keyword },
}

/** Suggestions for the search box. */
export const suggestFile: File = async asked => {
  const typed = (new URLSearchParams(asked.request.query).get('q') ?? '').trim().slice(0, 100)
  const { data, maxAgeSeconds } = await askPage({ document, variables: { text: typed } }, asked)
  const suggestions = (data?.suggest ?? []).map(({ kind, ref, text }) => ({
    kind: kinds[kind].kind,
    text: plainText(text),
    href: kinds[kind].to(ref),
  }))
  return served({
    type: 'application/json',
    body: JSON.stringify(suggestions),
    maxAgeSeconds: maxAgeSeconds ? MINUTE_SECONDS : null,
  })
}
