import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { count } from '../parts/count.ts'
import type { AskedList } from '../routing/page.ts'
import { withParameters } from './paging.ts'

/** The keywords that the papers of a list have as well. */
export const sharedKeywords = graphql(`
  fragment SharedKeywords on Stats {
    facets { keywords(first: 16) { keyword { name } paperCount } }
  }
`)

interface NarrowProps {
  /** Null without a snapshot. */
  stats: ResultOf<typeof sharedKeywords> | null
  asked: AskedList
  /** What the list is of by itself. */
  except?: string
}

/** The keywords in `?with=`: a paper of the list has them all. */
export const chosenIn = (query: URLSearchParams): string[] => [...new Set(query.getAll('with'))].slice(0, 8)

/** Links to the papers of a list that have one keyword more, each with how many those are. */
export function Narrow({ stats, asked: { url, query }, except }: NarrowProps) {
  const chosen = chosenIn(query)
  const taken = new Set([...chosen, ...(except ? [except] : [])].map(name => name.toLowerCase()))
  const others =
    stats?.facets.keywords.filter(({ keyword: { name } }) => !taken.has(name.toLowerCase())) ?? []
  if (chosen.length + others.length === 0) return null
  return (
    <nav class="narrow" aria-label="Narrow by keyword">
      <b>Also with</b>
      {chosen.map(name => (
        <a
          key={name}
          class="keyword"
          aria-current="true"
          rel="nofollow"
          href={withParameters(
            url,
            query,
            'with',
            chosen.filter(other => other !== name),
          )}
        >
          {name} <small>take out</small>
        </a>
      ))}
      {others.slice(0, 12).map(({ keyword: { name }, paperCount }) => (
        <a
          key={name}
          class="keyword"
          rel="nofollow"
          href={withParameters(url, query, 'with', [...chosen, name])}
        >
          {name} <small>{count(paperCount)}</small>
        </a>
      ))}
    </nav>
  )
}
