/**
 * Builds the snapshot of so many papers in a process of its own: `node build.ts PAPERS FOLDER`. Sends what it took, and
 * what somebody might look for in it.
 */

import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { openNewest } from '@daily-papers/snapshot/open.ts'
import { publishSnapshot } from '@daily-papers/snapshot/publish.ts'
import { tasksOver } from '../../recorded/search/judgements.ts'
import { peakMemoryMb } from '../peak-memory.ts'
import { corpusOf } from './papers.ts'

/** Of 200 queries of each task, every so many is asked. */
const EVERY = 4

const [papers = '', folder = ''] = process.argv.slice(2)
const place = folderPlace(folder)
const { user, system } = process.cpuUsage()
const { bytes } = await publishSnapshot(corpusOf(Number(papers)), place, new Date().toISOString())
const after = process.cpuUsage()
const peakMb = peakMemoryMb()
const tasks = tasksOver((await openNewest(place)).database)
process.send?.({
  cpuSeconds: (after.user + after.system - user - system) / 1e6,
  peakMb,
  fileMb: Math.round(bytes / 1e6),
  known: tasks.flatMap(({ kind, judgements }) =>
    judgements.filter((_, i) => i % EVERY === 0).map(({ query }) => ({ kind, query })),
  ),
})
process.exit()
