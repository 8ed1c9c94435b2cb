import { getAuthor } from './get-author.ts'
import { getPaper } from './get-paper.ts'
import { listPapers } from './list-papers.ts'
import { searchPapers } from './search-papers.ts'
import type { AnyTool } from './tool.ts'
import { trends } from './trends.ts'
import { whatsNew } from './whats-new.ts'

/** All tools, in the order that assistants see them. */
export const tools: readonly AnyTool[] = [listPapers, searchPapers, getPaper, getAuthor, whatsNew, trends]
