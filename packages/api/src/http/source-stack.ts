import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

/** The folder of the bundle. Unbundled code needs no map. */
const FOLDER = new URL('.', import.meta.url).href
/** A place in a bundled file. */
const PLACE = /(file:\/\/[^\s()]+\.mjs):(\d+):(\d+)/g

const maps = new Map<string, SourceMap | null>()

function mapOf(url: string): SourceMap | null {
  const known = maps.get(url)
  if (known !== undefined) return known
  let map: SourceMap | null = null
  try {
    map = new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, 'utf8')))
  } catch {
    // Files of packages have no map.
  }
  maps.set(url, map)
  return map
}

/**
 * A stack trace of bundled code with lines of source, for example `packages/api/src/handler.ts:12:3`. Maps are read for the
 * first trace: Node's `--enable-source-maps` reads them when it loads the code, a twentieth of a cold start.
 */
export const sourceStack = (stack: string): string =>
  stack.replace(PLACE, (place: string, url: string, line: string, column: string) => {
    const found = url.startsWith(FOLDER) && mapOf(url)?.findOrigin(Number(line), Number(column))
    return found && 'fileName' in found
      ? `${found.fileName.replace(/^(\.\.\/)+/, '')}:${found.lineNumber}:${found.columnNumber}`
      : place
  })
