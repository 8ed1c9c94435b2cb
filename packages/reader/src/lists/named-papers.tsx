import type { ResultOf } from 'gql.tada'
import type { ComponentChild } from 'preact'
import { graphql } from '../graph/graphql.ts'
import { counted } from '../parts/count.ts'
import { Dots } from '../parts/dots.tsx'
import type { AskedList, MailFilter, View } from '../routing/page.ts'
import { feedLinks } from './feeds.tsx'
import { Follow } from './follow.tsx'
import { ListHead, NoSnapshot, PaperList, pagedPapers } from './list.tsx'

/** The papers of an author, a keyword or an organization. */
export const namedPapers = graphql(
  `
  fragment NamedPapers on PaperConnection {
    totalCount
    feedUrl
    jsonFeed: feedUrl(format: JSON)
    ...PagedPapers
  }
`,
  [pagedPapers],
)

interface Named {
  kind: 'author' | 'keyword' | 'organization'
  /** The `ref` or `name` in the API. */
  ref: string
  title: string
  /** How the title is shown. */
  shown?: ComponentChild
  image?: string | null
  canonical: string
  /** Relation of the papers to the name, such as `with the keyword agents`. */
  tie: string
  /** More about the name, between its count and its feeds. */
  about?: ComponentChild
  papers: ResultOf<typeof namedPapers> | null | undefined
  mail: MailFilter
  /** Whether the papers are only some of the name's, so that there is nothing to follow. */
  isNarrowed?: boolean
  /** Content above the papers. */
  children?: ComponentChild
}

/** The page of an author, a keyword or an organization. */
export function namedView(named: Named, asked: AskedList): View {
  const { kind, ref, title, papers } = named
  const feeds = { atom: papers?.feedUrl ?? null, json: papers?.jsonFeed ?? null }
  const total = counted(papers?.totalCount ?? 0, 'paper')
  return {
    title,
    description: `${papers ? total : 'Papers'} ${named.tie} on Daily Papers.`,
    canonical: named.canonical,
    image: named.image ?? null,
    feeds,
    mail: papers ? named.mail : undefined,
    isPrivate: kind === 'author',
    ...(kind === 'keyword' && { section: '/keywords' }),
    body: (
      <>
        <ListHead
          title={named.shown ?? title}
          aside={named.isNarrowed ? undefined : <Follow kind={kind} name={ref} />}
        >
          <Dots
            of={[
              papers && `${total}${kind === 'organization' ? ` ${named.tie}` : ''}, newest first`,
              named.about,
              ...feedLinks(feeds),
            ]}
          />
        </ListHead>
        {named.children}
        {papers ? (
          <PaperList page={papers} asked={asked} author={kind === 'author' ? title : undefined} />
        ) : (
          <NoSnapshot what="These papers" />
        )}
      </>
    ),
  }
}
