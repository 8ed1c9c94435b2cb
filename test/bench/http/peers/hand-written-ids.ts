import { printedAuthorId } from '@daily-papers/graph/relay/ids.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import { serveByHand } from './hand-written.ts'

/** Keeps the ids of authors, as the schema of all peers does. */
export const start = (store: Questions): Promise<string> => serveByHand(store, printedAuthorId)
