import type { Questions } from '@daily-papers/store/questions.ts'
import { start as startOurs } from './ours.ts'

/** This API as Lambda runs it, with the answers that it keeps. */
export const start = (store: Questions): Promise<string> => startOurs(store, true)
