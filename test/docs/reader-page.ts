import { readFile } from 'node:fs/promises'
import { readerDocuments } from './reader-documents.ts'

const MARK = '<!-- Below: written by `pnpm schema`; do not edit. -->'

/** The page about the pages: what is written by hand, then what each document costs. */
export async function readerPage(file: URL): Promise<string> {
  const text = await readFile(file, 'utf8')
  const rows = (await readerDocuments()).map(
    ({ name, cost, reads }) => `| \`${name}\` | ${cost} | ${reads} |`,
  )
  const table = ['| document | cost | reads |', '|---|--:|--:|', ...rows].join('\n')
  return `${text.slice(0, text.indexOf(MARK) + MARK.length)}\n\n${table}\n`
}
