import { builder } from '../builder.ts'
import { badInput } from '../errors.ts'
import { FEED_FORMATS, feedPath, MOST_ENTRIES, MOST_UPVOTES, NEWEST_LOOKED_AT } from '../feed-address.ts'
import { PaperConnection } from './paper.ts'

const [atom, json] = FEED_FORMATS

const FeedFormat = builder.enumType('FeedFormat', {
  description: 'Format of `PaperConnection.feedUrl`.',
  values: {
    ATOM: { value: atom, description: 'Atom, RFC 4287.' },
    JSON: { value: json, description: 'JSON Feed 1.1.' },
  },
})

builder.objectField(PaperConnection, 'feedUrl', t =>
  t.field({
    type: 'URL',
    nullable: true,
    description: `URL of an Atom or JSON feed with the newest ${MOST_ENTRIES} of these papers. Null unless the list is \`papers\` of a Day, Author, Organization or Keyword, or \`Query.papers\` in the default order without a filter.`,
    args: {
      format: t.arg({ type: FeedFormat, defaultValue: atom, description: 'Atom or JSON.' }),
      minUpvotes: t.arg.int({
        description: `Only papers with at least this many upvotes: 0 to ${MOST_UPVOTES}. Only the newest ${NEWEST_LOOKED_AT} papers are checked. Default: all.`,
      }),
    },
    resolve: ({ feed }, { format, minUpvotes }, { origin }) => {
      if (minUpvotes != null && (minUpvotes < 0 || minUpvotes > MOST_UPVOTES))
        throw badInput(`\`minUpvotes\` is ${minUpvotes}: write a number from 0 to ${MOST_UPVOTES}.`)
      return feed
        ? `${origin}${feedPath({ subject: feed, format: format ?? atom, minUpvotes: minUpvotes ?? null })}`
        : null
    },
  }),
)
