import type { ArtefactSummary } from '@daily-papers/ingest/artefacts.ts'
import type { IngestSummary } from '@daily-papers/ingest/ingest.ts'

/** Lines on stdout that people and scripts wait for. */
export const openLine = (url: string): string => `open ${url}`

export const listeningLine = (url: string): string => `listening ${url}/graphql`

export const readyLine = (what: string): string => `ready: ${what}`

export function ingestedLine(summary: IngestSummary): string {
  const { papers, daysWithPapers, startedAt, finishedAt, changed, skipped } = summary
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000
  return `ingested ${papers} papers on ${daysWithPapers} days in ${seconds.toFixed(1)} s (${summary.new} new, ${changed} changed, ${skipped} skipped)`
}

export const artefactsLine = ({ read, changed, failed, gaveUp }: ArtefactSummary): string =>
  `read the models, datasets and Spaces of ${read} papers (${changed} changed, ${failed.length} failed)${gaveUp ? '; the Hub failed, so the other papers were not tried' : ''}`
