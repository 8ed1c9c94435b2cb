import type { CreateReader } from './reader.ts'

/** Loads the built pages at the first request. Other processes never read them. */
export async function loadReader(): Promise<CreateReader> {
  const { createReader } = await import('./built/reader.js')
  return createReader
}

/** The documents of all pages as text, for tests and docs. */
export async function loadDocuments(): Promise<readonly string[]> {
  const { documents } = await import('./built/reader.js')
  return documents
}
