import type { IngestSummary } from '@daily-papers/ingest/ingest.ts'

/** What the commands print on stdout, one line each; people and scripts wait for them. */
export const openLine = (url: string): string => `open ${url}`

export const listeningLine = (url: string): string => `listening ${url}/graphql`

export function ingestedLine(summary: IngestSummary): string {
  const { papers, daysWithPapers, startedAt, finishedAt, changed, skipped } = summary
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000
  return `ingested ${papers} papers on ${daysWithPapers} days in ${seconds.toFixed(1)} s (${summary.new} new, ${changed} changed, ${skipped} skipped)`
}
