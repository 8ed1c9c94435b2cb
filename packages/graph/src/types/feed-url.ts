import { builder } from '../builder.ts'
import { badInput } from '../errors.ts'
import { FEED_FORMATS, feedPath, MOST_ENTRIES, MOST_UPVOTES, NEWEST_LOOKED_AT } from '../feed.ts'
import { PaperConnection } from './paper.ts'

const [atom, json] = FEED_FORMATS

const FeedFormat = builder.enumType('FeedFormat', {
  description: 'How a feed is written.',
  values: {
    ATOM: { value: atom, description: 'Atom, RFC 4287.' },
    JSON: { value: json, description: 'JSON Feed 1.1.' },
  },
})

builder.objectField(PaperConnection, 'feedUrl', t =>
  t.field({
    type: 'URL',
    nullable: true,
    description: `Where a feed reader gets the newest ${MOST_ENTRIES} of these papers. The newest papers of all, and those of a day, an author, an organization and a keyword have a feed; other lists do not: null.`,
    args: {
      format: t.arg({ type: FeedFormat, defaultValue: atom, description: 'How it is written.' }),
      minUpvotes: t.arg.int({
        description: `Only papers with at least so many upvotes, 0 to ${MOST_UPVOTES}, among the newest ${NEWEST_LOOKED_AT}; by default all.`,
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
