import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Feed, FeedError } from './feed.ts'

/**
 * Recorded days of the feed, `YYYY-MM-DD.json` or `.json.gz`, each as if read at the end of its day. A day without a
 * file was not recorded.
 * @throws when there is no such folder
 */
export function folderFeed(dir: string): Feed {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(
      `${dir} is not a folder: --feed takes a folder of recorded responses named YYYY-MM-DD.json or .json.gz`,
    )
  }
  return {
    async read(day) {
      for (const name of [`${day}.json`, `${day}.json.gz`]) {
        const file = join(dir, name)
        const bytes = await readIfThere(file)
        if (bytes) return { day, readAt: `${day}T23:59:59.999Z`, entries: entriesOf(bytes, file) }
      }
      return { day, absent: 'not recorded' }
    },
  }
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw new FeedError(`${file} cannot be read: ${reason(cause)}`, { retryable: false, cause })
  }
}

function entriesOf(bytes: Buffer, file: string): unknown[] {
  let value: unknown
  try {
    value = JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'))
  } catch (cause) {
    throw new FeedError(`${file} is broken: ${reason(cause)}`, { retryable: false, cause })
  }
  if (Array.isArray(value)) return value
  throw new FeedError(`${file} has no JSON array, so it is not a recorded day of the feed`, {
    retryable: false,
  })
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error))
