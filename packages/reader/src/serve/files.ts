import { files } from 'reader:assets'
import type { Ask, ReaderRequest, ReaderResponse } from '../reader.ts'

export interface FileRequest {
  request: ReaderRequest
  ask: Ask
  now: () => number
}

const asset = (name: string): ReaderResponse | null => {
  const file = Object.hasOwn(files, name) ? files[name] : undefined
  if (!file) return null
  const headers = { 'content-type': file.type, 'cache-control': 'public, max-age=31536000, immutable' }
  return { status: 200, headers, body: file.text }
}

/** What is served beside pages; null where the path is none of theirs. */
export async function fileAt({ request: { path } }: FileRequest): Promise<ReaderResponse | null> {
  if (path.startsWith('/assets/')) return asset(path.slice('/assets/'.length))
  return null
}
