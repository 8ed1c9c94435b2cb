import { graphql } from '../graph/graphql.ts'
import { ListHead, PaperRows } from '../lists/list.tsx'
import { paperRow } from '../lists/paper-row.tsx'
import { counted } from '../parts/count.ts'
import { Dots } from '../parts/dots.tsx'
import { refsIn } from '../parts/refs.ts'
import { page } from '../routing/page.ts'

const document = graphql(
  `
  query SavedPage($refs: [String!]!) {
    papersByRef(refs: $refs) { ...PaperRow }
  }
`,
  [paperRow],
)

const Exports = ({ query, isOwn }: { query: string; isOwn: boolean }) => (
  <p class="exports">
    <Dots
      of={[
        <>
          Export: <a href={`/saved.bib?${query}`}>BibTeX</a>
        </>,
        <a href={`/saved.csl.json?${query}`}>CSL-JSON</a>,
        <a href={`/saved.md?${query}`}>Markdown</a>,
        isOwn && (
          <button type="button" data-export>
            JSON
          </button>
        ),
      ]}
    />
  </p>
)

const Import = () => (
  <form class="import needs-script" data-import>
    <label for="import">
      Add papers: paste or choose any text with arXiv ids, or the JSON of another browser
    </label>
    <textarea id="import" rows={3} />
    <p>
      <button type="submit">Add</button>
      <input type="file" aria-label="Or a file" accept=".json,.bib,.md,.txt,text/*" />
    </p>
  </form>
)

/** Papers by the ids in the address. The island adds those saved in the browser. */
export const savedPage = page({
  path: '/saved',
  document,
  variables: ({ query }) => ({ refs: refsIn(query) }),
  view({ data: { papersByRef }, query, now }) {
    const papers = papersByRef.filter(paper => paper !== null)
    const refs = refsIn(query)
    const missing = refs.filter((_, i) => papersByRef[i] === null)
    const title = refs.length > 0 && !query.has('own') ? 'A list of papers' : 'Saved papers'
    return {
      title,
      description: 'Papers that you saved in this browser.',
      section: '/saved',
      isPrivate: true,
      island: 'saved',
      body: (
        <>
          <ListHead title={title}>
            {refs.length > 0 ? (
              <>
                {counted(papers.length, 'paper')}
                {missing.length > 0 && '. Not in the feed: '}
                {missing.map((ref, i) => (
                  <span key={ref}>
                    {i > 0 && ', '}
                    <a href={`https://arxiv.org/abs/${ref}`}>{ref}</a>
                  </span>
                ))}
              </>
            ) : (
              <>
                Press <b>Save</b> beside a paper. Saved papers stay in your browser.
              </>
            )}
          </ListHead>
          <noscript>
            <p class="note">
              Saving needs JavaScript. Without it, <code>/saved?ids=2605.28293,2605.27365</code> shows the
              papers of the address, which you can bookmark.
            </p>
          </noscript>
          {papers.length > 0 && (
            <Exports
              query={new URLSearchParams({ ids: refs.join(',') }).toString()}
              isOwn={query.has('own')}
            />
          )}
          {papers.length > 0 && <PaperRows papers={papers} now={now} />}
          <Import />
        </>
      ),
    }
  },
})
