import { graphql } from '../graph/graphql.ts'
import { at } from '../parts/addresses.ts'
import { count } from '../parts/count.ts'
import { instantText, longDay } from '../parts/dates.ts'
import { page } from '../routing/page.ts'

const document = graphql(`
  query AboutPage {
    status {
      paperCount
      dayCount
      authorCount
      hubUserCount
      organizationCount
      keywordCount
      latestDay { date }
      lastIngestAt
      feedAnswered
      snapshotAt
    }
  }
`)

const Size = ({ of, name }: { of: number; name: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{count(of)}</dd>
  </div>
)

export const aboutPage = page({
  path: '/about',
  document,
  variables: () => ({}),
  view: ({ data: { status }, hasDigest }) => ({
    title: 'About',
    description: 'How fresh and how large this copy of Daily Papers is, and what it offers to programs.',
    section: '/about',
    body: (
      <div class="prose">
        <h1>About</h1>
        <p>
          Papers that Hugging Face’s <a href="https://huggingface.co/papers">Daily Papers</a> featured, read
          every hour. Search them, follow their authors and keywords, or query them as a graph.
        </p>
        <p>
          ▲ counts the upvotes on Hugging Face. The number with a plus is the gain of the last 24 hours. A
          model wrote the summaries marked AI, and chose the keywords.
        </p>
        {status.latestDay && (
          <>
            <h2>How large</h2>
            <dl class="sizes">
              <Size of={status.paperCount} name="papers" />
              <Size of={status.dayCount} name="days" />
              <Size of={status.authorCount} name="names of authors" />
              <Size of={status.organizationCount} name="organizations" />
              <Size of={status.hubUserCount} name="accounts" />
              <Size of={status.keywordCount} name="keywords" />
            </dl>
          </>
        )}
        <h2>How fresh</h2>
        <ul class="plain">
          <li>
            {status.latestDay ? (
              <>
                The latest day is <a href={at.day(status.latestDay.date)}>{longDay(status.latestDay.date)}</a>
                .
              </>
            ) : (
              'No day has been read yet.'
            )}
          </li>
          <li>
            {status.lastIngestAt
              ? `The feed was last read on ${instantText(status.lastIngestAt)}.`
              : 'The feed has not been read yet.'}
            {status.feedAnswered === false &&
              ' Not every day could be read then, so some may be out of date.'}
          </li>
          <li>
            {status.snapshotAt
              ? `Search, filters and statistics are as of ${instantText(status.snapshotAt)}.`
              : 'Search, filters and statistics can’t be shown yet. Try again within the hour.'}
          </li>
        </ul>
        <h2>For programs</h2>
        <ul class="plain">
          <li>
            <a href="/graphql">GraphQL</a>, without a key; the <a href="/schema.graphql">schema</a> as a file.
            Each page here links the query that it is made of.
          </li>
          <li>
            <a href="/feeds/latest.atom">Atom</a> and <a href="/feeds/latest.json">JSON Feed</a>, of all
            papers and of a day, an author, an organization or a keyword.
          </li>
          <li>
            <a href="/snapshot">All of it</a> as one SQLite file.
          </li>
          <li>
            <code>/mcp</code> for assistants, by the Model Context Protocol. <a href="/llms.txt">llms.txt</a>{' '}
            describes it.
          </li>
          <li>
            A badge for a README: <code>/badge/2605.28293.svg</code>, with the arXiv id of your paper.
          </li>
        </ul>
        <h2>Personal data</h2>
        <p>
          No account, no cookie, no tracking. What you save and follow stays in your browser. Author and
          account pages ask search engines not to list them. Pictures come from Hugging Face.
        </p>
        {hasDigest && (
          <p>
            If you subscribe by mail, this site keeps your e-mail address for those mails alone. The link in
            each mail unsubscribes you, or deletes everything about your address.
          </p>
        )}
      </div>
    ),
  }),
})
