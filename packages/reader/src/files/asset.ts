import { files } from 'reader:assets'
import { type File, served } from './file.ts'

/** File names contain a hash of the content, so it never changes. */
export const assetFile: File = (_asked, { name = '' }) => {
  const file = Object.hasOwn(files, name) ? files[name] : undefined
  if (!file)
    return served({ type: 'text/plain', body: 'There is no such file.\n', maxAgeSeconds: null, status: 404 })
  const headers = { 'content-type': file.type, 'cache-control': 'public, max-age=31536000, immutable' }
  return { status: 200, headers, body: file.text }
}

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#a8401b"/><path d="M9 8h14M9 14h14M9 20h9" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>`

export const iconFile: File = () => served({ type: 'image/svg+xml', body: ICON, maxAgeSeconds: 86_400 })
