import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { at } from '../parts/addresses.ts'
import { compact, count, counted } from '../parts/count.ts'
import { instantText, longDay, mediumDay } from '../parts/dates.ts'
import { shortName } from '../parts/shortened.ts'
import { Title } from '../parts/title.tsx'
import { HistoryChart } from './history-chart.tsx'

/** Facts of a paper. */
export const paperFacts = graphql(`
  fragment PaperFacts on Paper {
    paperId
    featuredOn
    submittedAt
    publishedAt
    dayRank
    days { date paperCount papers(first: 6) { nodes { paperId title upvotes } } }
    upvotes
    updatedAt
    comments
    authorParticipates
    organization { name fullName paperCount }
    submitter { username fullName }
    code { url stars }
    projectPage
    thumbnail
    links { arxiv doi alphaXiv huggingFace }
    history(last: 60) { at value }
  }
`)

type Paper = ResultOf<typeof paperFacts>

/** When the upvotes are from: those of older papers are rarely read again. */
export const Updated = ({ updatedAt }: Pick<Paper, 'updatedAt'>) => (
  <small class="whole">updated {mediumDay(updatedAt.slice(0, 10))}</small>
)

/** Other papers of its day. */
function SameDay({ paper: { paperId, days, featuredOn } }: { paper: Paper }) {
  const others = days.flatMap(({ papers }) => papers.nodes).filter(other => other.paperId !== paperId)
  if (others.length === 0) return null
  return (
    <section>
      <h2>Also on {longDay(featuredOn)}</h2>
      <ul class="short">
        {others.map(other => (
          <li key={other.paperId}>
            <a href={at.paper(other.paperId)} dir="auto">
              <Title text={other.title} />
            </a>
            {other.upvotes !== null && <span class="why">▲ {count(other.upvotes)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Votes, rank, links, submitter and dates. */
export function PaperFacts({ paper }: { paper: Paper }) {
  const { upvotes, comments, dayRank, days, links, code, projectPage, organization, submitter } = paper
  const [day] = days
  return (
    <aside class="facts-box" aria-label="Facts">
      {paper.thumbnail && <img class="figure" src={paper.thumbnail} alt="" width="640" height="360" />}
      <p class="score">
        <b>{upvotes === null ? '–' : `▲ ${count(upvotes)}`}</b>{' '}
        {upvotes === null ? 'votes unknown' : upvotes === 1 ? 'upvote' : 'upvotes'} <Updated {...paper} />
      </p>
      {day && dayRank !== null && (
        <p>
          No. {dayRank} of {counted(day.paperCount, 'paper')} on{' '}
          <a href={at.day(paper.featuredOn)}>{mediumDay(paper.featuredOn)}</a>
        </p>
      )}
      <HistoryChart points={paper.history} label="Upvotes" />
      <ul class="links">
        <li>
          <a href={links.arxiv}>arXiv {paper.paperId}</a>
        </li>
        <li>
          <a href={links.huggingFace}>Hugging Face</a>
          {comments !== null && `, ${counted(comments, 'comment')}`}
          {paper.authorParticipates && ', an author takes part'}
        </li>
        <li>
          <a href={links.alphaXiv}>alphaXiv</a>
        </li>
        <li>
          <a href={links.doi}>DOI</a>
        </li>
        {code && (
          <li>
            <a href={code.url}>Code</a>
            {code.stars !== null && ` ★ ${compact(code.stars)}`}
          </li>
        )}
        {projectPage && (
          <li>
            <a href={projectPage}>Project page</a>
          </li>
        )}
      </ul>
      <dl>
        {organization && (
          <>
            <dt>Organization</dt>
            <dd>
              <a href={at.organization(organization.name)}>
                {shortName(organization.fullName ?? organization.name)}
              </a>
              , {counted(organization.paperCount, 'paper')}
            </dd>
          </>
        )}
        {submitter && (
          <>
            <dt>Submitted by</dt>
            <dd>
              <a href={at.account(submitter.username)}>{submitter.fullName ?? submitter.username}</a>
              {submitter.fullName && ` (@${submitter.username})`}
              {paper.submittedAt && `, ${instantText(paper.submittedAt)}`}
            </dd>
          </>
        )}
        <dt>On arXiv</dt>
        <dd>{mediumDay(paper.publishedAt.slice(0, 10))}</dd>
        {days.length > 1 && (
          <>
            <dt>Featured again</dt>
            <dd>
              {days.slice(1).map(({ date }) => (
                <a key={date} href={at.day(date)}>
                  {mediumDay(date)}
                </a>
              ))}
            </dd>
          </>
        )}
      </dl>
      <SameDay paper={paper} />
    </aside>
  )
}
