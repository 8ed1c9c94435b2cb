import type { Caller } from '../answering.ts'
import { listPapers } from '../tools/list-papers.ts'
import { type Graph, runTool } from '../tools/run.ts'
import type { MarkdownPage } from './paper-page.ts'

/** The papers of a day as Markdown, `latest` included: at most the 100 that one page of the graph has. @throws Advice when there is none */
export async function dayPage(day: string, graph: Graph, caller: Caller): Promise<MarkdownPage> {
  const input = { ...listPapers.input.parse({ when: day }), limit: 100 }
  return runTool(listPapers, input, graph, caller)
}
