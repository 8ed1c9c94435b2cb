const text = { type: 'string', minLength: 1 }
const url = { type: 'string', format: 'uri', pattern: '^https?://' }
const authors = {
  type: 'array',
  items: {
    type: 'object',
    properties: { name: text, url },
    minProperties: 1,
    additionalProperties: false,
  },
}

/** JSON Feed 1.1 (jsonfeed.org/version/1.1), for the members that our feeds use: nothing else is valid here. */
export const jsonFeedSchema = {
  type: 'object',
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    home_page_url: url,
    feed_url: url,
    authors,
    language: { type: 'string', pattern: '^[a-z]{2}$' },
    items: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: text,
          url,
          title: text,
          content_html: text,
          summary: text,
          image: url,
          date_published: { type: 'string', format: 'date-time' },
          authors,
          tags: { type: 'array', items: text },
        },
        required: ['id', 'url', 'title', 'content_html', 'date_published'],
        additionalProperties: false,
      },
    },
  },
  required: ['version', 'title', 'feed_url', 'items'],
  additionalProperties: false,
}
