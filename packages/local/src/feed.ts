import type { Feed } from '@daily-papers/ingest/feed.ts'
import { folderFeed } from '@daily-papers/ingest/folder-feed.ts'
import { hubFeed } from '@daily-papers/ingest/hub-feed.ts'
import type { Log } from '@daily-papers/ingest/log.ts'
import type { Env } from './env.ts'

/**
 * The feed that a command reads: a folder of recorded days if there is one, else the Hub.
 * @param minimumGapMs the least time between two requests to the Hub
 */
export function chooseFeed(
  dir: string | null,
  env: Env,
  now: () => number,
  log?: Log,
  minimumGapMs = 0,
): Feed {
  return dir === null
    ? hubFeed({ baseUrl: env.HUB_URL, token: env.HF_TOKEN, now, minimumGapMs, ...(log && { log }) })
    : folderFeed(dir)
}
