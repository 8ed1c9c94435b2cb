import { buildReader } from '../build.ts'

/** Before any test: pages are built, if their sources are newer. */
export async function setup(): Promise<void> {
  await buildReader()
}
