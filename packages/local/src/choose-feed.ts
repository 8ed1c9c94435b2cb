import type { ArtefactSource, Feed } from '@daily-papers/ingest/feed.ts'
import { folderFeed } from '@daily-papers/ingest/folder-feed.ts'
import { artefactsOf } from '@daily-papers/ingest/hub-artefacts.ts'
import { createHubClient } from '@daily-papers/ingest/hub-client.ts'
import { feedOf } from '@daily-papers/ingest/hub-feed.ts'
import type { Log } from '@daily-papers/ingest/log.ts'
import type { Env } from './env.ts'

/** The sources of a command: the feed, and the models, datasets and Spaces of papers. Both share one rate limit. */
export interface Source {
  feed: Feed
  /** Null when recorded days are read. */
  artefacts: ArtefactSource | null
}

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
): Source {
  if (dir !== null) return { feed: folderFeed(dir), artefacts: null }
  const { HUB_URL: baseUrl, HF_TOKEN: token } = env
  const hub = createHubClient({ baseUrl, token, now, minimumGapMs, ...(log && { log }) })
  return { feed: feedOf(hub), artefacts: artefactsOf(hub) }
}
