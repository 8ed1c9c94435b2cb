import { readFile } from 'node:fs/promises'
import { costOf } from '@daily-papers/graph/cost/cost.ts'
import { schema } from '@daily-papers/graph/schema.ts'
import { parse } from 'graphql'
import { startAssistant, tokens } from './assistant.ts'
import { readMeasured } from './measured.ts'

const BEGIN = '<!-- Written by `pnpm schema` up to the next comment; do not edit. -->'
const END = '<!-- The end of what is written. -->'

const shown = (count: number): string => count.toLocaleString('en-US')

/** The upper limit of requests to the table for each call, and the tokens of all definitions. Both are computed from the code as it is. */
async function computed() {
  let reads: number | undefined
  const { at, calls, papers } = readMeasured()
  const assistant = await startAssistant(
    async (document, variables) => {
      reads = costOf(schema, parse(document), null, variables)?.reads
      return { data: null, errors: [{ message: 'Only its cost is asked for.' }], maxAgeSeconds: 0 }
    },
    () => Date.parse(at),
  )
  const rows: string[] = []
  for (const { tool, given, note, text, data, readUnits } of calls) {
    await assistant.call(tool, given)
    const call = `\`${tool} ${JSON.stringify(given)}\`${note && `: ${note}`}`
    rows.push(`| ${call} | ${shown(text)} | ${shown(data)} | ${reads} | ${readUnits} |`)
  }
  return { rows, papers, at, definitions: tokens(await assistant.tools()) }
}

/** The page about assistants: what is written by hand around the table of calls. */
export async function agentsPage(file: URL): Promise<string> {
  const page = await readFile(file, 'utf8')
  const { rows, papers, at, definitions } = await computed()
  const table = `The definitions of all tools take ${shown(definitions)} tokens (o200k). The results below were measured on ${shown(papers)} papers of ${at.slice(0, 10)} and before:

| call | text, tokens | data, tokens | most requests | read units |
|---|--:|--:|--:|--:|
${rows.join('\n')}`
  const [before] = page.split(BEGIN)
  const [, after] = page.split(END)
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`
}
