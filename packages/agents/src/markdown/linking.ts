import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { text } from './text.ts'

/** The models, datasets and Spaces that link a paper. */
export const linking = graphql(`
  fragment Linking on Paper {
    models { totalCount top { id } }
    datasets { totalCount top { id } }
    spaces { totalCount top { id } }
  }
`)

type Linking = ResultOf<typeof linking>

const KINDS = { models: 'Models', datasets: 'Datasets', spaces: 'Spaces' } as const

const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[]

/** `Models that link it: 12, such as owner/name`. Empty when unknown or none. */
export const linkingLines = (paper: Linking, most: number): string[] =>
  kinds.flatMap(kind => {
    const { totalCount, top } = paper[kind] ?? { totalCount: 0, top: [] }
    if (totalCount === 0) return []
    const names = top.slice(0, most).map(({ id }) => text(id))
    return [
      `${KINDS[kind]} that link it: ${totalCount}, ${names.length < totalCount ? 'such as ' : ''}${names.join(', ')}`,
    ]
  })

/** The same as data: `models/owner/name`. Null when not read yet. */
export const linkedBy = (paper: Linking, most: number): string[] | null =>
  kinds.every(kind => paper[kind] === null)
    ? null
    : kinds.flatMap(kind => (paper[kind]?.top ?? []).slice(0, most).map(({ id }) => `${kind}/${id}`))
