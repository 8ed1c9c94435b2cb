import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { at } from '../parts/addresses.ts'
import { shortDay } from '../parts/dates.ts'
import { Title } from '../parts/title.tsx'

/** Similar papers, with what they share. */
export const similarPapers = graphql(`
  fragment SimilarPapers on Paper {
    similar(first: 8) {
      paper { paperId title featuredOn }
      sharedKeywords { name }
      sharedAuthors { name }
    }
  }
`)

type Paper = ResultOf<typeof similarPapers>

const words = (names: readonly string[]): string =>
  names.length > 3
    ? `${names.slice(0, 3).join(', ')} and\u00a0${names.length - 3}\u00a0more`
    : names.join(', ')

/** Similar papers, each with what it shares. */
export function SimilarPapers({ similar, isKnown }: Pick<Paper, 'similar'> & { isKnown: boolean }) {
  if (isKnown && !similar?.length) return null
  return (
    <section>
      <h2>Similar papers</h2>
      {!similar?.length && <p class="note">They can’t be shown yet. Try again within the hour.</p>}
      <ul class="short">
        {similar?.map(({ paper, sharedKeywords, sharedAuthors }) => {
          const names = [...sharedAuthors, ...sharedKeywords].map(({ name }) => name)
          return (
            <li key={paper.paperId}>
              <a href={at.paper(paper.paperId)} dir="auto">
                <Title text={paper.title} />
              </a>
              <span class="why">
                {shortDay(paper.featuredOn)} {paper.featuredOn.slice(0, 4)} ·{' '}
                {names.length > 0 ? `shares ${words(names)}` : 'close in meaning'}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
