import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { at } from './addresses.ts'
import { Authors } from './authors.tsx'
import { compact, count } from './count.ts'
import { shortDay } from './dates.ts'
import { Formulas } from './formula.tsx'
import { Picture } from './picture.tsx'
import { knownPoints, Sparkline } from './sparkline.tsx'

/** What a list shows of a paper. */
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
    projectPage
    submitter { username }
    history(last: 16) { at value }
    links { huggingFace pdf }
  }
`)

export type PaperRowData = ResultOf<typeof paperRow>

interface PaperRowProps {
  paper: PaperRowData
  /** Of the list, from 1. */
  place?: number
  /** Whether its day is said, as in a list of many days. */
  hasDay?: boolean
  /** Whether it is likely to be on the first screen, where pictures are loaded at once. */
  isFirst?: boolean
  now: number
  /** What a list adds in place of the day's gain. */
  gained?: number
}

/** What votes gained in the last 24 hours; null where that is unknown. */
function gainedToday({ history }: PaperRowData, now: number): number | null {
  const known = knownPoints(history)
  const before = known.findLast(({ at }) => Date.parse(at) <= now - 86_400_000)
  const last = known.at(-1)
  return before && last && last.value > before.value ? last.value - before.value : null
}

export function PaperRow({ paper, place, hasDay, isFirst = false, now, gained }: PaperRowProps) {
  const { paperId, title, upvotes, comments, thumbnail, aiSummary, organization, keywords, code } = paper
  const gain = gained ?? gainedToday(paper, now)
  return (
    <li class="paper" data-paper={paperId}>
      <div class="votes">
        {upvotes === null ? (
          <span class="unknown" title="Votes are not known">
            –
          </span>
        ) : (
          <b title={`${upvotes} upvotes on Hugging Face`}>
            <span aria-hidden="true">▲</span> {count(upvotes)}
            <span class="hidden"> upvotes</span>
          </b>
        )}
        {gain !== null && <span class="gain">+{count(gain)}</span>}
        <Sparkline points={paper.history} />
      </div>
      <div class="text">
        <h2 dir="auto">
          {place !== undefined && <span class="place">{place}.</span>}
          <a class="title" href={at.paper(paperId)} data-pdf={paper.links.pdf}>
            <Formulas text={title} />
          </a>
        </h2>
        <p class="by">
          <Authors authors={paper.authors} />
          {organization && (
            <>
              {' · '}
              <a href={at.organization(organization.name)}>{organization.fullName ?? organization.name}</a>
            </>
          )}
          {hasDay && (
            <>
              {' · '}
              <a href={at.day(paper.featuredOn)}>{shortDay(paper.featuredOn)}</a>
            </>
          )}
        </p>
        {aiSummary && (
          <p class="summary" dir="auto">
            <abbr title="Written by a model, not by the authors">AI</abbr> <Formulas text={aiSummary.text} />
          </p>
        )}
        <p class="facts">
          {keywords.slice(0, 4).map(({ name }) => (
            <a key={name} class="keyword" href={at.keyword(name)}>
              {name}
            </a>
          ))}
          {comments !== null && comments > 0 && (
            <a href={paper.links.huggingFace}>{comments === 1 ? '1 comment' : `${comments} comments`}</a>
          )}
          {code && (
            <a href={code.url}>Code{code.stars !== null && code.stars > 0 && ` ★ ${compact(code.stars)}`}</a>
          )}
          {paper.projectPage && <a href={paper.projectPage}>Project</a>}
          {paper.submitter && (
            <span>
              by <a href={at.account(paper.submitter.username)}>{paper.submitter.username}</a>
            </span>
          )}
          <button type="button" class="save needs-script" data-save={paperId} aria-pressed="false">
            Save
          </button>
        </p>
      </div>
      {thumbnail && <Picture src={thumbnail} href={at.paper(paperId)} isFirst={isFirst} />}
    </li>
  )
}
