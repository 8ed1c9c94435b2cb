import type { CreateReader } from './reader.ts'

/** Loads the built pages. A process that is asked for none never reads them. */
export async function loadReader(): Promise<CreateReader> {
  const { createReader } = await import('./built/reader.js')
  return createReader
}

/** The documents of all pages as text, for whoever lists what they ask. */
export async function loadDocuments(): Promise<readonly string[]> {
  const { documents } = await import('./built/reader.js')
  return documents
}
