import { graphql } from '../graph/graphql.ts'
import { ListHead, NoSnapshot, PaperRows } from '../lists/list.tsx'
import { type PaperRowData, paperRow } from '../lists/paper-row.tsx'
import { at } from '../parts/addresses.ts'
import { counted } from '../parts/count.ts'
import { DAY_MS, isDay, mediumDay } from '../parts/dates.ts'
import { isSameName } from '../parts/same-name.ts'
import { shortName } from '../parts/shortened.ts'
import { page } from '../routing/page.ts'

const found = graphql(
  `
  fragment Found on PaperConnection {
    totalCount
    nodes { ...PaperRow }
  }
`,
  [paperRow],
)

const document = graphql(
  `
  query NewPage(
    $since: Date
    $authors: [String!]
    $organizations: [String!]
    $keywords: [String!]
    $hasAuthors: Boolean!
    $hasOrganizations: Boolean!
    $hasKeywords: Boolean!
  ) {
    byAuthors: papers(filter: { featured: { days: { from: $since } }, authors: $authors }, first: 30)
      @include(if: $hasAuthors) { totalCount nodes { ...PaperRow all: authors(first: 50) { nodes { name } } } }
    byOrganizations: papers(
      filter: { featured: { days: { from: $since } }, organizations: $organizations }
      first: 30
    ) @include(if: $hasOrganizations) { ...Found }
    byKeywords: papers(filter: { featured: { days: { from: $since } }, keywords: $keywords }, first: 30)
      @include(if: $hasKeywords) { ...Found }
    all: papers(filter: { featured: { days: { from: $since } } }, orderBy: { field: UPVOTES }, first: 20) { ...Found }
  }
`,
  [found, paperRow],
)

/** Followed names of one kind, from the address. */
const followed = (query: URLSearchParams, kind: string): string[] =>
  query.getAll(kind).filter(Boolean).slice(0, 100)

/** Default: a week back. The limit is a month, because beyond that the list by votes would need another index. */
function sinceOf(query: URLSearchParams, now: number): string {
  const asked = query.get('since') ?? ''
  const day = (daysAgo: number) => new Date(now - daysAgo * DAY_MS).toISOString().slice(0, 10)
  if (!isDay(asked)) return day(7)
  return asked < day(30) ? day(30) : asked
}

interface SectionProps<Paper> {
  title: string
  of: { totalCount: number | null; nodes: readonly Paper[] } | null | undefined
  names?: readonly string[]
  href?: (name: string) => string
  /** The names of this kind that a paper has, each with how it is shown. */
  namesOf?: (paper: Paper) => readonly { name: string; shown: string }[]
  wantedOf?: (paper: Paper) => readonly string[]
  sought?: readonly string[]
  now: number
}

function Section<Paper extends PaperRowData>(section: SectionProps<Paper>) {
  const { title, of, names = [], href, namesOf, wantedOf, sought, now } = section
  if (!of) return null
  const total = of.totalCount
  // Followed names without new papers stay as they are in the address.
  const written = (name: string) => {
    const known = namesOf ? of.nodes.flatMap(namesOf) : []
    return known.find(other => isSameName(other.name, name))?.shown ?? name
  }
  return (
    <section class="group">
      <h2>
        {title}{' '}
        {total !== null && (
          <small>
            {of.nodes.length < total && `${of.nodes.length} of `}
            {counted(total, 'paper')}
            {href && ', newest first'}
          </small>
        )}
      </h2>
      {href && (
        <p class="note">
          {names.map((name, i) => (
            <span key={name}>
              {i > 0 && ', '}
              <a href={href(name)}>{shortName(written(name))}</a>
            </span>
          ))}
        </p>
      )}
      {of.nodes.length > 0 ? (
        <PaperRows papers={of.nodes} now={now} wantedOf={wantedOf} sought={sought} />
      ) : (
        <p class="note">Nothing new.</p>
      )}
    </section>
  )
}

/** New papers since a day, by what is followed. The island adds the last visit and what the browser follows. */
export const newPage = page({
  path: '/new',
  document,
  variables({ query, now }) {
    const [authors, organizations, keywords] = ['author', 'organization', 'keyword'].map(kind =>
      followed(query, kind),
    )
    return {
      since: sinceOf(query, now),
      authors: authors ?? [],
      organizations: organizations ?? [],
      keywords: keywords ?? [],
      hasAuthors: Boolean(authors?.length),
      hasOrganizations: Boolean(organizations?.length),
      hasKeywords: Boolean(keywords?.length),
    }
  },
  view({ data, codes, query, now }) {
    const { byAuthors, byOrganizations, byKeywords, all } = data
    const authors = followed(query, 'author')
    const follows = ['author', 'organization', 'keyword'].some(kind => followed(query, kind).length > 0)
    return {
      title: 'New papers',
      description: 'Papers since your last visit, by what you follow.',
      section: '/new',
      isPrivate: true,
      island: 'new',
      body: (
        <>
          <ListHead title="New">
            {typeof all?.totalCount === 'number' ? counted(all.totalCount, 'paper') : 'Papers'} since{' '}
            {mediumDay(sinceOf(query, now))}
          </ListHead>
          {!follows && (
            <p class="note">
              Press <b>Follow</b> on the page of an author, an organization or a keyword. Their new papers
              then come first on this page. What you follow stays in your browser.
            </p>
          )}
          {codes.has('SNAPSHOT_UNAVAILABLE') && <NoSnapshot what={all ? 'What you follow' : 'New papers'} />}
          <Section
            title="By authors you follow"
            of={byAuthors}
            names={authors}
            href={at.author}
            namesOf={({ all }) => all.nodes.map(({ name }) => ({ name, shown: name }))}
            wantedOf={({ all }) =>
              all.nodes.map(({ name }) => name).filter(name => authors.some(one => isSameName(one, name)))
            }
            now={now}
          />
          <Section
            title="By organizations you follow"
            of={byOrganizations}
            names={followed(query, 'organization')}
            href={at.organization}
            namesOf={({ organization: by }) => (by ? [{ name: by.name, shown: by.fullName ?? by.name }] : [])}
            now={now}
          />
          <Section
            title="On keywords you follow"
            of={byKeywords}
            names={followed(query, 'keyword')}
            href={at.keyword}
            sought={followed(query, 'keyword')}
            namesOf={({ keywords }) => keywords.map(({ name }) => ({ name, shown: `#${name}` }))}
            now={now}
          />
          <Section title={follows ? 'All new papers, by upvotes' : 'By upvotes'} of={all} now={now} />
        </>
      ),
    }
  },
})
