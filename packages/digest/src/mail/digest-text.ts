import type { MailedPaper } from '../papers/mailed-papers.ts'
import type { Digest } from './digest-parts.ts'
import { factsOf, gist, pageOf } from './paper-words.ts'
import { counted } from './words.ts'

const WIDTH = 72

/** A text in lines that no client has to break; a long address stays whole. */
export function wrap(text: string, indent = ''): string {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(`${indent}${word}`)
  }
  return lines.join('\n')
}

const votes = ({ upvotes }: MailedPaper): string[] => (upvotes === null ? [] : [`▲ ${upvotes}`])

const whole = (paper: MailedPaper, site: string): string =>
  [
    wrap(paper.title),
    wrap([...votes(paper), ...factsOf(paper)].join(' · '), '  '),
    wrap(gist(paper), '  '),
    `  ${pageOf(paper.paperId, site)}`,
    `  Hugging Face: ${paper.links.huggingFace}`,
    `  PDF: ${paper.links.pdf}`,
    ...(paper.code ? [`  Code: ${paper.code.url}`] : []),
  ]
    .filter(line => line.trim())
    .join('\n')

const brief = (paper: MailedPaper, site: string): string =>
  `${wrap([paper.title, ...votes(paper)].join(' '))}\n  ${pageOf(paper.paperId, site)}`

/** A digest as plain text. It says what the HTML says. */
export function digestText({ day, what, whole: first, brief: rest, why, page, site }: Digest): string {
  return `${[
    `DAILY PAPERS\n${day}`,
    wrap(what),
    ...first.map(paper => whole(paper, site)),
    ...(rest.length
      ? [`And ${counted(rest.length, 'more paper')}`, rest.map(paper => brief(paper, site)).join('\n')]
      : []),
    '-- ',
    wrap(why),
    `Change the times: ${page}\nUnsubscribe: ${page}#unsubscribe`,
  ].join('\n\n')}\n`
}
