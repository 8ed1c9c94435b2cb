import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { compact, count } from '../parts/count.ts'

/** The models, datasets and Spaces that link a paper. */
export const paperArtefacts = graphql(`
  fragment PaperArtefacts on Paper {
    models { totalCount top { id url likes downloads task parameters } }
    datasets { totalCount top { id url likes downloads } }
    spaces { totalCount top { id url likes } }
    links { huggingFace }
  }
`)

type Paper = ResultOf<typeof paperArtefacts>

interface Shown {
  id: string
  url: string
  likes: number | null
  downloads?: number | null
  task?: string | null
  parameters?: number | null
}

interface KindProps {
  id: string
  title: string
  of: { totalCount: number; top: readonly Shown[] } | null
  more: string
}

const LISTED = 5

/** Facts of one: task, size, downloads and likes. */
const factsOf = ({ likes, downloads, task, parameters }: Shown): string =>
  [
    task?.replaceAll('-', ' '),
    parameters && `${compact(parameters)} parameters`,
    downloads && `${compact(downloads)} downloads a month`,
    likes && `♥ ${compact(likes)}`,
  ]
    .filter(Boolean)
    .join(' · ')

function Kind({ id, title, of, more }: KindProps) {
  if (!of || of.totalCount === 0) return null
  const rest = of.totalCount - Math.min(LISTED, of.top.length)
  return (
    <section id={id}>
      <h2>
        {title} <small>{count(of.totalCount)}</small>
      </h2>
      <ul class="short">
        {of.top.slice(0, LISTED).map(artefact => (
          <li key={artefact.id}>
            <a href={artefact.url}>{artefact.id}</a>
            <span class="why">{factsOf(artefact)}</span>
          </li>
        ))}
        {rest > 0 && (
          <li>
            <a href={more}>{count(rest)} more on Hugging Face</a>
          </li>
        )}
      </ul>
    </section>
  )
}

/** Models, datasets and Spaces of a paper, most likes first. */
export const PaperArtefacts = ({ paper: { models, datasets, spaces, links } }: { paper: Paper }) => (
  <>
    <Kind id="models" title="Models" of={models} more={links.huggingFace} />
    <Kind id="datasets" title="Datasets" of={datasets} more={links.huggingFace} />
    <Kind id="spaces" title="Spaces" of={spaces} more={links.huggingFace} />
  </>
)
