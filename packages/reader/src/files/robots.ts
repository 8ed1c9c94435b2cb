import { type File, served } from './file.ts'

const DAY_SECONDS = 86_400

/** Crawlers may read pages that differ from each other. Searches and personal lists have endless variants. */
export const robotsFile: File = ({ request: { origin } }) =>
  served({
    type: 'text/plain',
    body: `User-agent: *
Disallow: /search
Disallow: /new
Disallow: /saved
Disallow: /graphql
Disallow: /snapshot
Disallow: /*?after=
Disallow: /*?before=

Sitemap: ${origin}/sitemap.xml
`,
    maxAgeSeconds: DAY_SECONDS,
  })

/** Lets browsers search the site from the address bar. */
export const openSearchFile: File = ({ request: { origin } }) =>
  served({
    type: 'application/opensearchdescription+xml',
    body: `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Daily Papers</ShortName>
  <Description>Search the papers that Hugging Face’s Daily Papers featured</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="32" height="32" type="image/svg+xml">${origin}/assets/icon.svg</Image>
  <Url type="text/html" template="${origin}/search?q={searchTerms}"/>
</OpenSearchDescription>
`,
    maxAgeSeconds: DAY_SECONDS,
  })
