import type { ReaderResponse } from '../reader.ts'
import type { Asking } from '../routing/ask-page.ts'
import { matcher } from '../routing/match.ts'
import { assetFile, iconFile } from './asset.ts'
import { badgeFile } from './badge.ts'
import { bibtexFile, cslFile, markdownFile } from './export.ts'
import type { File } from './file.ts'
import { openSearchFile, robotsFile } from './robots.ts'
import { sitemapFile } from './sitemap.ts'
import { suggestFile } from './suggest.ts'

const files: readonly { match: ReturnType<typeof matcher>; file: File }[] = Object.entries({
  '/assets/icon.svg': iconFile,
  '/assets/:name': assetFile,
  '/badge/:id.svg': badgeFile,
  '/saved.bib': bibtexFile,
  '/saved.csl.json': cslFile,
  '/saved.md': markdownFile,
  '/robots.txt': robotsFile,
  '/opensearch.xml': openSearchFile,
  '/sitemap.xml': sitemapFile,
  '/suggest': suggestFile,
}).map(([pattern, file]) => ({ match: matcher(pattern), file }))

/** Files that are not pages. Null when the path is none of theirs. */
export async function fileAt(asked: Asking): Promise<ReaderResponse | null> {
  for (const { match, file } of files) {
    const found = match(asked.request.path)
    if (found) return file(asked, found)
  }
  return null
}
