import type { ResultOf } from 'gql.tada'
import { graphql } from '../graph/graphql.ts'
import { CitationHead, citationHead } from '../heads/citation.tsx'
import { PaperArtefacts, paperArtefacts } from '../paper/paper-artefacts.tsx'
import { PaperAuthors, paperAuthors } from '../paper/paper-authors.tsx'
import { PaperFacts, paperFacts, Updated } from '../paper/paper-facts.tsx'
import { SimilarPapers, similarPapers } from '../paper/similar-papers.tsx'
import { at } from '../parts/addresses.ts'
import { count } from '../parts/count.ts'
import { mediumDay } from '../parts/dates.ts'
import { Dots } from '../parts/dots.tsx'
import { Formulas, plainText } from '../parts/formula.tsx'
import { shortName } from '../parts/shortened.ts'
import { Title } from '../parts/title.tsx'
import { Elsewhere, Missing, page } from '../routing/page.ts'

const document = graphql(
  `
  query PaperPage($ref: String!) {
    paper(ref: $ref) {
      paperId
      title
      abstract
      aiSummary { text model }
      keywords { name paperCount }
      withdrawnAt
      thumbnail
      media
      bibtex
      ...PaperAuthors
      ...PaperFacts
      ...PaperArtefacts
      ...SimilarPapers
      ...CitationHead
    }
  }
`,
  [paperAuthors, paperArtefacts, paperFacts, similarPapers, citationHead],
)

type Paper = NonNullable<ResultOf<typeof document>['paper']>

const isVideo = (url: string) => /\.(mp4|webm|mov)$/i.test(url)

/** Images and videos that the submitter attached. They are links, because they are large. */
function Media({ media }: Pick<Paper, 'media'>) {
  if (media.length === 0) return null
  const alike = (url: string) => media.filter(other => isVideo(other) === isVideo(url))
  return (
    <p class="note">
      Attached:{' '}
      {media.map((url, i) => (
        <span key={url}>
          {i > 0 && ', '}
          <a href={url}>
            {isVideo(url) ? 'video' : 'image'}
            {alike(url).length > 1 && ` ${alike(url).indexOf(url) + 1}`}
          </a>
        </span>
      ))}
    </p>
  )
}

function PaperBody({ paper, hasSimilar }: { paper: Paper; hasSimilar: boolean }) {
  const { paperId, title, aiSummary, keywords } = paper
  return (
    <article class="paper-page" data-paper={paperId}>
      <header class="head">
        <h1 dir="auto">
          <Title text={title} />
        </h1>
        <PaperAuthors authors={paper.authors} />
        <p class="when">
          <Dots
            of={[
              paper.organization && (
                <a href={at.organization(paper.organization.name)}>
                  {shortName(paper.organization.fullName ?? paper.organization.name)}
                </a>
              ),
              <a href={at.day(paper.featuredOn)}>{mediumDay(paper.featuredOn)}</a>,
            ]}
          />
        </p>
        <p class="actions">
          {paper.upvotes !== null && (
            <span class="score">
              <b>▲ {count(paper.upvotes)}</b> {paper.upvotes === 1 ? 'upvote' : 'upvotes'}{' '}
              <Updated {...paper} />
            </span>
          )}
          <a class="button" href={paper.links.pdf} data-pdf>
            PDF
          </a>
          <a class="button" href={paper.links.arxiv}>
            arXiv
          </a>
          {paper.code && (
            <a class="button" href={paper.code.url}>
              Code
            </a>
          )}
          <button type="button" class="needs-script" data-save={paperId} aria-pressed="false">
            Save
          </button>
          <button type="button" class="needs-script" data-copy="#bibtex" aria-label="Copy BibTeX">
            BibTeX
          </button>
        </p>
      </header>
      <div class="columns">
        <div>
          {paper.withdrawnAt && (
            <p class="warning">Withdrawn on {mediumDay(paper.withdrawnAt.slice(0, 10))}.</p>
          )}
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
          <Media media={paper.media} />
          {keywords.length > 0 && (
            <section>
              <h2>
                Keywords <small>by a model</small>
              </h2>
              <p class="keywords">
                {keywords.map(({ name, paperCount }) => (
                  <a key={name} class="keyword" href={at.keyword(name)}>
                    {shortName(name)} {paperCount > 1 && <small>{count(paperCount)}</small>}
                  </a>
                ))}
              </p>
            </section>
          )}
          <PaperArtefacts paper={paper} />
          <SimilarPapers similar={paper.similar} isKnown={hasSimilar} />
          <section>
            <h2>BibTeX</h2>
            <pre id="bibtex">{paper.bibtex}</pre>
          </section>
        </div>
        <PaperFacts paper={paper} />
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
      markdown: `${at.paper(paper.paperId)}.md`,
      image: paper.thumbnail,
      head: <CitationHead paper={paper} address={`${origin}${at.paper(paper.paperId)}`} />,
      body: <PaperBody paper={paper} hasSimilar={!codes.has('SNAPSHOT_UNAVAILABLE')} />,
    }
  },
})
