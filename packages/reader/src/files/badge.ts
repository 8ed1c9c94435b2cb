import { graphql } from '../graph/graphql.ts'
import { askPage } from '../routing/ask-page.ts'
import { type File, served } from './file.ts'

const document = graphql(`
  query Badge($ref: String!) {
    paper(ref: $ref) { dayRank upvotes }
  }
`)

const HOUR_SECONDS = 3_600

/** `Daily Papers | #3 · ▲142`, for the README of a paper’s code. */
export const badgeFile: File = async (asked, { id = '' }) => {
  const [{ makeBadge }, { data, codes, maxAgeSeconds }] = await Promise.all([
    import('badge-maker'),
    askPage({ document, variables: { ref: id } }, asked),
  ])
  const paper = data?.paper ?? null
  const facts = [paper?.dayRank && `#${paper.dayRank}`, paper?.upvotes != null && `▲${paper.upvotes}`].filter(
    Boolean,
  )
  const isKnown = paper !== null || codes.has('BAD_USER_INPUT') || codes.size === 0
  const message = paper ? facts.join(' · ') || 'featured' : isKnown ? 'not featured' : 'unavailable'
  return served({
    type: 'image/svg+xml',
    body: makeBadge({ label: 'Daily Papers', message, color: paper ? 'orange' : 'lightgrey' }),
    maxAgeSeconds: paper && maxAgeSeconds ? HOUR_SECONDS : null,
    status: paper ? 200 : isKnown ? 404 : 503,
  })
}
