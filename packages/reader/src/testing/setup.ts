import { buildReader } from '../build.ts'

/** Builds the pages before any test, if their sources are newer. */
export async function setup(): Promise<void> {
  await buildReader()
}
