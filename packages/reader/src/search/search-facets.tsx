import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { withParameters } from '../lists/paging.ts'
import { count } from '../parts/count.ts'
import { shortName } from '../parts/shortened.ts'
import type { Asked } from '../routing/page.ts'

/** A facet of a search, with the count of each choice. */
export const searchFacets = graphql(`
  fragment SearchFacets on Facets {
    years { year paperCount }
    organizations(first: 8) { organization { name fullName } paperCount }
    keywords(first: 12) { keyword { name } paperCount }
  }
`)

interface FacetProps {
  title: string
  name: string
  values: readonly { value: string; label: string; paperCount: number }[]
  /** Number of papers found. */
  total: number
  asked: Asked
  /** Whether several can be chosen. Papers must have all of them. */
  many?: boolean
}

function Facet({ title, name, values, total, asked: { url, query }, many = false }: FacetProps) {
  const chosen = query.getAll(name)
  // A choice can be removed even if no result has it.
  const absent = chosen.filter(value => values.every(other => other.value !== value))
  // What all papers have doesn’t narrow a search.
  const narrowing = values.filter(({ value, paperCount }) => paperCount < total || chosen.includes(value))
  const all = [...absent.map(value => ({ value, label: value, paperCount: 0 })), ...narrowing]
  if (all.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {all.map(({ value, label, paperCount }) => {
          const isChosen = chosen.includes(value)
          const others = many ? chosen.filter(other => other !== value) : []
          return (
            <li key={value}>
              <a
                href={withParameters(url, query, name, isChosen ? others : [...others, value])}
                aria-current={isChosen ? 'true' : undefined}
                rel="nofollow"
              >
                {shortName(label)}
              </a>
              {'\u00a0'}
              <small>{isChosen ? 'remove' : count(paperCount)}</small>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface FacetsProps {
  facets: ResultOf<typeof searchFacets>
  total: number
  asked: Asked
}

/** Links that add a choice to a search, or remove it. */
export function Facets({ facets, ...found }: FacetsProps) {
  return (
    <aside class="facets" aria-label="Narrow the search">
      <Facet
        title="Narrow by year"
        name="year"
        {...found}
        values={facets.years.map(({ year, paperCount }) => ({
          value: `${year}`,
          label: `${year}`,
          paperCount,
        }))}
      />
      <Facet
        title="Narrow by keyword"
        name="keyword"
        many
        {...found}
        values={facets.keywords.map(({ keyword: { name }, paperCount }) => ({
          value: name,
          label: name,
          paperCount,
        }))}
      />
      <Facet
        title="Narrow by organization"
        name="organization"
        {...found}
        values={facets.organizations.map(({ organization: { name, fullName }, paperCount }) => ({
          value: name,
          label: fullName ?? name,
          paperCount,
        }))}
      />
    </aside>
  )
}
