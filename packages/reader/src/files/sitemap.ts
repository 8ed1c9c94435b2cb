import { graphql } from '../graph/graphql.ts'
import { at } from '../parts/addresses.ts'
import { askPage } from '../routing/ask-page.ts'
import { escapeXml, type File, served } from './file.ts'

const document = graphql(`
  query Sitemap {
    days(first: 100) { nodes { date updatedAt } }
    papers(first: 100) { nodes { paperId updatedAt } }
  }
`)

const HOUR_SECONDS = 3_600
const STANDING = ['/', '/trending', '/keywords', '/about']

/** The newest days and papers. The days link to all others. */
export const sitemapFile: File = async asked => {
  const { data } = await askPage({ document, variables: {} }, asked)
  if (!data)
    return served({ type: 'text/plain', body: 'Try again later.\n', maxAgeSeconds: null, status: 503 })
  const { days, papers } = data
  const entries = [
    ...STANDING.map(path => ({ path, updatedAt: null })),
    ...days.nodes.map(({ date, updatedAt }) => ({ path: at.day(date), updatedAt })),
    ...(papers?.nodes ?? []).map(({ paperId, updatedAt }) => ({ path: at.paper(paperId), updatedAt })),
  ]
  const urls = entries.map(({ path, updatedAt }) => {
    const changed = updatedAt ? `<lastmod>${updatedAt}</lastmod>` : ''
    return `  <url><loc>${escapeXml(asked.request.origin + path)}</loc>${changed}</url>`
  })
  return served({
    type: 'application/xml',
    body: `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`,
    maxAgeSeconds: HOUR_SECONDS,
  })
}
