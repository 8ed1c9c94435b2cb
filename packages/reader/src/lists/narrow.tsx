import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { count } from '../parts/count.ts'
import { shortName } from '../parts/shortened.ts'
import type { AskedList } from '../routing/page.ts'
import { withParameters } from './paging.ts'

/** Facet: keywords of the papers in a list. */
export const sharedKeywords = graphql(`
  fragment SharedKeywords on Stats {
    facets { keywords(first: 16) { keyword { name } paperCount } }
  }
`)

interface NarrowProps {
  /** Null without a snapshot. */
  stats: ResultOf<typeof sharedKeywords> | null
  asked: AskedList
  /** The keyword, author or organization of the list itself. */
  except?: string
}

/** Keywords in `?with=`: papers of the list have all of them. */
export const chosenIn = (query: URLSearchParams): string[] => [...new Set(query.getAll('with'))].slice(0, 8)

/** Links to the papers of a list that also have one more keyword, each with its count. */
export function Narrow({ stats, asked: { url, query }, except }: NarrowProps) {
  const chosen = chosenIn(query)
  const taken = new Set([...chosen, ...(except ? [except] : [])].map(name => name.toLowerCase()))
  const others =
    stats?.facets.keywords.filter(({ keyword: { name } }) => !taken.has(name.toLowerCase())) ?? []
  if (chosen.length + others.length === 0) return null
  return (
    <nav class="narrow" aria-label="Narrow by keyword">
      <b>Only with</b>
      <span>
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
            {shortName(name)} <small>remove</small>
          </a>
        ))}
        {others.slice(0, 12).map(({ keyword: { name }, paperCount }) => (
          <a
            key={name}
            class="keyword"
            rel="nofollow"
            href={withParameters(url, query, 'with', [...chosen, name])}
          >
            {shortName(name)} <small>{count(paperCount)}</small>
          </a>
        ))}
      </span>
    </nav>
  )
}
