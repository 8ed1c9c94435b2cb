import { readFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { validateXML } from 'xmllint-wasm'
import { jsonFeedSchema } from './json-feed-schema.ts'

const grammar = readFile(new URL('atom.rng', import.meta.url), 'utf8')
const ajv = new Ajv({ allErrors: true })
addFormats.default(ajv)
const isJsonFeed = ajv.compile(jsonFeedSchema)

/** What is wrong with an Atom feed, by libxml2 and the grammar of RFC 4287; nothing when it is valid. */
export async function problemsOfAtom(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'feed.atom', contents: xml }],
    schema: [{ fileName: 'atom.rng', contents: await grammar }],
    extension: 'relaxng',
  })
  return errors.map(({ message }) => message)
}

/** What is wrong with a JSON feed; nothing when it is valid. */
export function problemsOfJsonFeed(text: string): string[] {
  isJsonFeed(JSON.parse(text))
  return (isJsonFeed.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
