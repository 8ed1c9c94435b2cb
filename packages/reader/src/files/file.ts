import type { ReaderResponse } from '../reader.ts'
import type { Asking } from '../routing/ask-page.ts'

export type File = (
  asked: Asking,
  match: Readonly<Record<string, string>>,
) => ReaderResponse | Promise<ReaderResponse>

interface Served {
  type: string
  body: string
  maxAgeSeconds: number | null
  status?: number
}

export const served = ({ type, body, maxAgeSeconds, status = 200 }: Served): ReaderResponse => ({
  status,
  headers: {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': maxAgeSeconds ? `public, max-age=${maxAgeSeconds}` : 'no-store',
  },
  body,
})

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, character => ENTITIES[character as keyof typeof ENTITIES])
