import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { validateXML } from 'xmllint-wasm'

const grammar = readFile(new URL('atom.rng', import.meta.url), 'utf8')
const jsonFeed = readFile(fileURLToPath(import.meta.resolve('jsonfeed-schema/schema-v1.1.json')), 'utf8')
const ajv = new Ajv({ allErrors: true })
addFormats.default(ajv)
const isJsonFeed = ajv.compile(JSON.parse(await jsonFeed))

/** The faults of an Atom feed by libxml2 and the grammar of RFC 4287. Empty when it is valid. */
export async function problemsOfAtom(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'feed.atom', contents: xml }],
    schema: [{ fileName: 'atom.rng', contents: await grammar }],
    extension: 'relaxng',
  })
  return errors.map(({ message }) => message)
}

/**
 * What is wrong with a feed by the public schema of JSON Feed 1.1, and which ids stand there twice; nothing when it is
 * valid.
 */
export function problemsOfJsonFeed(text: string): string[] {
  const feed = JSON.parse(text)
  if (!isJsonFeed(feed))
    return (isJsonFeed.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  const ids = (feed as { items: { id: string }[] }).items.map(({ id }) => id)
  return ids.filter((id, i) => ids.indexOf(id) !== i).map(id => `/items has ${id} twice`)
}
