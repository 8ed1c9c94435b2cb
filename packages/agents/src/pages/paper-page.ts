import type { AgentsContext, Caller } from '../answering.ts'
import { adviceOf } from '../arguments/advice.ts'
import { textOf } from '../graph/graphql.ts'
import { freshLine } from '../markdown/fresh.ts'
import { paperMarkdown } from '../markdown/paper.ts'
import { noPaper, type PaperAnswer, paperDocument } from '../tools/get-paper.ts'

/** Limits that no paper of arXiv exceeds, so that the page is complete. */
const WHOLE = { authors: 5_000, abstract: 20_000, linking: 10 }

export interface MarkdownPage {
  markdown: string
  maxAgeSeconds: number
}

/**
 * A complete paper as Markdown.
 * @throws Advice when there is none
 */
export async function paperPage(ref: string, { ask }: AgentsContext, caller: Caller): Promise<MarkdownPage> {
  const { data, errors, maxAgeSeconds } = await ask(textOf(paperDocument), { ref }, caller)
  const answer = data as PaperAnswer | null
  if (!answer?.paper) throw errors.length > 0 ? adviceOf(errors) : noPaper(ref)
  const { paper, status } = answer
  return {
    markdown: `${paperMarkdown(paper, caller.site, WHOLE)}\n${freshLine(status, true)}\n`,
    maxAgeSeconds,
  }
}
