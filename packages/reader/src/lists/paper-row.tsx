import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { at } from '../parts/addresses.ts'
import { compact, count, counted } from '../parts/count.ts'
import { DAY_MS, dayText } from '../parts/dates.ts'
import { Dots } from '../parts/dots.tsx'
import { Formulas } from '../parts/formula.tsx'
import { isSameName } from '../parts/same-name.ts'
import { shortened, shortName } from '../parts/shortened.ts'
import { Title } from '../parts/title.tsx'
import { Authors } from './authors.tsx'
import { Marked, type Range } from './marked.tsx'
import { Picture } from './picture.tsx'
import { knownPoints, Sparkline } from './sparkline.tsx'

/** The fields of a paper in a list. */
export const paperRow = graphql(`
  fragment PaperRow on Paper {
    paperId
    title
    featuredOn
    upvotes
    comments
    thumbnail
    aiSummary { text }
    authors(first: 3) { totalCount nodes { name ref } }
    organization { name fullName }
    keywords { name }
    code { url stars }
    models { totalCount }
    datasets { totalCount }
    spaces { totalCount }
    projectPage
    submitter { username }
    history(last: 16) { at value }
    links { huggingFace pdf }
  }
`)

export type PaperRowData = ResultOf<typeof paperRow>

/** Highlights of a search in the paper's texts. */
export interface Highlight {
  field: string
  text: string
  ranges: readonly Range[]
}

/** What a paper gained, with what it counts and since when as its title. */
export interface Gain {
  text: string
  title: string
}

interface PaperRowProps {
  paper: PaperRowData
  /** Rank in the list, from 1. */
  place?: number
  /** Whether to show its day, as in a list of many days. */
  hasDay?: boolean
  now: number
  /** Replaces the votes gained in a day. */
  gain?: Gain
  highlights?: readonly Highlight[]
  /** Authors to show in any case. Those that a search found are marked. */
  wanted?: readonly string[] | undefined
  /** Keywords that the list was narrowed by. They are shown first. */
  sought?: readonly string[]
}

/** Votes gained in the last 24 hours, or since the first reading. Null when unknown or zero. */
function gainedToday({ history }: PaperRowData, now: number): Gain | null {
  const known = knownPoints(history)
  const before = known.findLast(({ at }) => Date.parse(at) <= now - DAY_MS) ?? known[0]
  const last = known.at(-1)
  if (!before || !last || last.value <= before.value) return null
  return { text: count(last.value - before.value), title: 'In the last 24 hours' }
}

interface VotesProps {
  paper: PaperRowData
  gain: Gain | null
  /** Whether the list is sorted by the gain. */
  isByGain: boolean
}

function Votes({ paper, gain, isByGain }: VotesProps) {
  return (
    <div class={isByGain ? 'votes by-gain' : 'votes'}>
      {paper.upvotes === null ? (
        <span title="Votes are not known">–</span>
      ) : (
        <b class={paper.upvotes === 0 ? 'none' : undefined}>
          <span class="hidden">Upvotes: </span>
          {count(paper.upvotes)}
        </b>
      )}
      {gain !== null && (
        <span class="gain" title={gain.title}>
          +{gain.text}
        </span>
      )}
      <Sparkline points={paper.history} />
    </div>
  )
}

function By({ paper, hasDay, now, wanted, highlights }: PaperRowProps) {
  const { authors, organization, featuredOn, submitter } = paper
  return (
    <p class="by">
      <Dots
        of={[
          <Authors authors={authors} wanted={wanted} isMarked={highlights !== undefined} />,
          organization && (
            <a href={at.organization(organization.name)}>
              {shortName(organization.fullName ?? organization.name)}
            </a>
          ),
          hasDay && (
            <a class="date" href={at.day(featuredOn)}>
              {dayText(featuredOn, now)}
            </a>
          ),
          submitter && (
            <span class="via" title="Submitted by">
              via <a href={at.account(submitter.username)}>{submitter.username}</a>
            </span>
          ),
        ]}
      />
    </p>
  )
}

/** Some summaries are a whole abstract, which would push the next paper out of sight. */
const SUMMARY_LENGTH = 480

function Summary({ paper: { aiSummary }, highlights }: Pick<PaperRowProps, 'paper' | 'highlights'>) {
  const found = (field: string) => highlights?.find(highlight => highlight.field === field)
  const inAbstract = found('ABSTRACT')
  const inSummary = found('AI_SUMMARY')
  if (inAbstract && !inSummary) {
    return (
      <p class="summary" dir="auto">
        <Marked {...inAbstract} />
      </p>
    )
  }
  if (!aiSummary) return null
  return (
    <p class="summary" dir="auto">
      <abbr dir="ltr" title="Written by a model, not by the authors">
        AI
      </abbr>{' '}
      {inSummary ? <Marked {...inSummary} /> : <Formulas text={shortened(aiSummary.text, SUMMARY_LENGTH)} />}
    </p>
  )
}

/** Or one beside models, datasets and Spaces, so that the line rarely wraps. */
const KEYWORDS = 2
const ONE = { models: 'model', datasets: 'dataset', spaces: 'Space' }

function Facts({ paper, sought = [] }: Pick<PaperRowProps, 'paper' | 'sought'>) {
  const { paperId, keywords, comments, code, projectPage, links } = paper
  const isSought = ({ name }: { name: string }) => sought.some(other => isSameName(other, name))
  const first = keywords.toSorted((one, other) => Number(isSought(other)) - Number(isSought(one)))
  const linked = (['models', 'datasets', 'spaces'] as const).flatMap(kind => {
    const total = paper[kind]?.totalCount ?? 0
    return total === 0 ? [] : [{ kind, total }]
  })
  return (
    <p class="facts">
      <button type="button" class="save needs-script" data-save={paperId} aria-pressed="false">
        Save
      </button>
      {first.slice(0, linked.length > 0 ? 1 : KEYWORDS).map(({ name }) => (
        <a key={name} class="keyword" href={at.keyword(name)}>
          {shortName(name)}
        </a>
      ))}
      {code && (
        <a href={code.url}>Code{code.stars !== null && code.stars > 0 && ` ★ ${compact(code.stars)}`}</a>
      )}
      {projectPage && projectPage !== code?.url && <a href={projectPage}>Project</a>}
      {linked.map(({ kind, total }) => (
        <a key={kind} href={`${at.paper(paperId)}#${kind}`}>
          {counted(total, ONE[kind])}
        </a>
      ))}
      {comments !== null && comments > 0 && <a href={links.huggingFace}>{counted(comments, 'comment')}</a>}
    </p>
  )
}

/** A paper in a list. */
export function PaperRow(row: PaperRowProps) {
  const { paper, place, now, gain, highlights } = row
  const { paperId, title, thumbnail } = paper
  const inTitle = highlights?.find(({ field }) => field === 'TITLE')
  return (
    <li class="paper" data-paper={paperId}>
      <Votes paper={paper} gain={gain ?? gainedToday(paper, now)} isByGain={gain !== undefined} />
      {thumbnail && <Picture src={thumbnail} href={at.paper(paperId)} />}
      <div class="text">
        <h2 dir="auto">
          {place !== undefined && <span class="place">{place}</span>}
          <a class="title" href={at.paper(paperId)} data-pdf={paper.links.pdf}>
            {inTitle ? <Marked {...inTitle} as={Title} /> : <Title text={title} />}
          </a>
        </h2>
        <By {...row} />
        <Summary paper={paper} {...(highlights && { highlights })} />
        <Facts {...row} />
      </div>
    </li>
  )
}
