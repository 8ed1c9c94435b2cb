import type { AgentsContext, Caller } from '../answering.ts'
import { listPapers } from '../tools/list-papers.ts'
import { runTool } from '../tools/run.ts'
import type { MarkdownPage } from './paper-page.ts'

/**
 * The papers of a day as Markdown, or of `latest`. At most 100, one page of the API.
 * @throws Advice when there is none
 */
export async function dayPage(day: string, context: AgentsContext, caller: Caller): Promise<MarkdownPage> {
  const input = { ...listPapers.input.parse({ when: day }), limit: 100 }
  return runTool(listPapers, input, context, caller)
}
