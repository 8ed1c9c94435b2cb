import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { CitationHead } from '../heads/citation.tsx'
import { at } from '../parts/addresses.ts'
import { compact, count, counted } from '../parts/count.ts'
import { instantText, longDay, mediumDay } from '../parts/dates.ts'
import { Formulas, plainText } from '../parts/formula.tsx'
import { HistoryChart } from '../parts/history-chart.tsx'
import { PaperAuthors } from '../parts/paper-authors.tsx'
import { SimilarPapers } from '../parts/similar-papers.tsx'
import { Elsewhere, Missing, page } from '../serve/page.ts'

const document = graphql(`
  query PaperPage($ref: String!) {
    paper(ref: $ref) {
      paperId
      title
      abstract
      aiSummary { text model }
      keywords { name paperCount }
      publishedAt
      submittedAt
      withdrawnAt
      updatedAt
      featuredOn
      dayRank
      days { date paperCount papers(first: 6) { nodes { paperId title upvotes } } }
      upvotes
      comments
      authorParticipates
      authors(first: 100) {
        totalCount
        edges { position printedName claim hubUser { username fullName } node { ref identity paperCount } }
      }
      organization { name fullName avatar paperCount }
      submitter { username fullName submissionCount }
      code { url stars addedBy }
      projectPage
      thumbnail
      media
      links { arxiv pdf doi alphaXiv huggingFace }
      bibtex
      history(last: 60) { at value }
      similar(first: 8) {
        paper { paperId title featuredOn upvotes }
        sharedKeywords { name }
        sharedAuthors { name ref }
      }
    }
  }
`)

export type Paper = NonNullable<ResultOf<typeof document>['paper']>

function Facts({ paper }: { paper: Paper }) {
  const { upvotes, comments, dayRank, days, links, code, projectPage, organization, submitter } = paper
  const [day] = days
  return (
    <aside class="facts-box" aria-label="Facts">
      <p class="score">
        <b>{upvotes === null ? '–' : `▲ ${count(upvotes)}`}</b>{' '}
        {upvotes === null ? 'votes unknown' : 'upvotes'}
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
          <a href={links.pdf} data-pdf>
            PDF
          </a>
        </li>
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
              <a href={at.organization(organization.name)}>{organization.fullName ?? organization.name}</a>,{' '}
              {counted(organization.paperCount, 'paper')}
            </dd>
          </>
        )}
        {submitter && (
          <>
            <dt>Submitted by</dt>
            <dd>
              <a href={at.account(submitter.username)}>{submitter.fullName ?? submitter.username}</a>
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
    </aside>
  )
}

function PaperBody({ paper, hasSimilar }: { paper: Paper; hasSimilar: boolean }) {
  const { paperId, title, aiSummary, keywords, days } = paper
  const others = days.flatMap(({ papers }) => papers.nodes).filter(other => other.paperId !== paperId)
  return (
    <article class="paper-page" data-paper={paperId}>
      <header class="head">
        <h1 dir="auto">
          <Formulas text={title} />
        </h1>
        <PaperAuthors authors={paper.authors} />
        <p class="actions needs-script">
          <button type="button" data-save={paperId} aria-pressed="false">
            Save
          </button>{' '}
          <button type="button" data-copy="#bibtex">
            Copy BibTeX
          </button>
        </p>
      </header>
      <div class="columns">
        <div>
          {paper.withdrawnAt && (
            <p class="warning">Withdrawn on {mediumDay(paper.withdrawnAt.slice(0, 10))}.</p>
          )}
          {paper.thumbnail && <img class="figure" src={paper.thumbnail} alt="" width="640" height="360" />}
          {aiSummary && (
            <section>
              <h2>
                Summary <small>by {aiSummary.model ?? 'a model'}, not by the authors</small>
              </h2>
              <p class="lead" dir="auto">
                <Formulas text={aiSummary.text} />
              </p>
            </section>
          )}
          <section>
            <h2>Abstract</h2>
            <p class="abstract" dir="auto">
              <Formulas text={paper.abstract} />
            </p>
          </section>
          {keywords.length > 0 && (
            <section>
              <h2>
                Keywords <small>by a model</small>
              </h2>
              <p class="keywords">
                {keywords.map(({ name, paperCount }) => (
                  <a key={name} class="keyword" href={at.keyword(name)}>
                    {name} <small>{count(paperCount)}</small>
                  </a>
                ))}
              </p>
            </section>
          )}
          <SimilarPapers similar={paper.similar} isKnown={hasSimilar} />
          {others.length > 0 && (
            <section>
              <h2>Also on {longDay(paper.featuredOn)}</h2>
              <ul class="short">
                {others.map(other => (
                  <li key={other.paperId}>
                    <a href={at.paper(other.paperId)} dir="auto">
                      <Formulas text={other.title} />
                    </a>
                    {other.upvotes !== null && <span class="why"> ▲ {count(other.upvotes)}</span>}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section>
            <h2>BibTeX</h2>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
            <pre id="bibtex" tabIndex={0}>
              {paper.bibtex}
            </pre>
          </section>
        </div>
        <Facts paper={paper} />
      </div>
    </article>
  )
}

export const paperPage = page({
  path: '/papers/*',
  document,
  variables: ({ params: { rest = '' } }) => ({ ref: rest }),
  view({ data: { paper }, params: { rest = '' }, origin, codes }) {
    if (!paper) {
      const hint = (
        <>
          The feed has not featured it. Look for it <a href={at.search(rest)}>by its title</a>, or open{' '}
          <a href={`https://arxiv.org/abs/${encodeURIComponent(rest)}`}>arXiv</a>.
        </>
      )
      return new Missing(hint, `No paper “${rest.slice(0, 80)}”`)
    }
    if (paper.paperId !== rest) return new Elsewhere(at.paper(paper.paperId), 301)
    const title = plainText(paper.title)
    return {
      title,
      description: plainText(paper.aiSummary?.text ?? paper.abstract).slice(0, 300),
      canonical: at.paper(paper.paperId),
      image: paper.thumbnail,
      head: <CitationHead paper={paper} address={`${origin}${at.paper(paper.paperId)}`} />,
      body: <PaperBody paper={paper} hasSimilar={!codes.has('SNAPSHOT_UNAVAILABLE')} />,
    }
  },
})
