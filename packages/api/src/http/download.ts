import { readFile } from 'node:fs/promises'
import type { Place } from '@daily-papers/snapshot/place.ts'
import type { HttpResponse } from './message.ts'
import { httpRefusal } from './refuse.ts'

const noStore = { 'cache-control': 'no-store' }

/** The newest snapshot: a redirect to its URL, or the file itself. */
export async function answerDownload(place: Place): Promise<HttpResponse> {
  const newest = await place.newest()
  if (!newest) {
    const message =
      'No snapshot was built yet: it is made after the next run of the ingest, or by `pnpm snapshot`.'
    throw httpRefusal(503, 'SNAPSHOT_UNAVAILABLE', message, { 'retry-after': '600' })
  }
  const found = await place.download(newest)
  if ('url' in found) return { status: 302, headers: { ...noStore, location: found.url }, body: null }
  const headers = {
    ...noStore,
    'content-type': 'application/vnd.sqlite3',
    'content-disposition': 'attachment; filename="daily-papers.sqlite"',
    'repr-digest': `sha-256=:${Buffer.from(newest.sha256, 'hex').toString('base64')}:`,
  }
  return { status: 200, headers, body: await readFile(found.file) }
}
