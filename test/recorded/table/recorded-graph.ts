import { graphOver } from '@daily-papers/graph/testing/graph.ts'
import { currentSnapshot } from '@daily-papers/snapshot/current.ts'
import { folderPlace } from '@daily-papers/snapshot/folder.ts'
import { createClient } from '@daily-papers/store/client.ts'
import { expect, inject } from 'vitest'

/** The graph over all recorded days and their snapshot, executed without HTTP. */
export function recordedGraph() {
  const recorded = inject('recorded')
  const snapshot = currentSnapshot({ place: folderPlace(recorded?.snapshots ?? '') })
  const now = () => Date.parse('2026-05-30T08:00:00Z')
  const ask = graphOver(
    createClient({ endpoint: recorded?.endpoint }),
    recorded?.tableName ?? '',
    now,
    snapshot,
  )
  return {
    snapshot,
    async dataOf<T>(query: string): Promise<T> {
      const { data, errors } = await ask<T>(query)
      expect(errors).toEqual([])
      return data
    },
  }
}
