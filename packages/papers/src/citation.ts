import { paperLinks } from './links.ts'
import type { Code, Day, Description } from './paper.ts'

type Cited = Pick<Description, 'id' | 'title' | 'authors' | 'publishedAt'>

/** A BibTeX entry for the arXiv paper. Formulas in the title stay formulas; everything else is escaped for LaTeX. */
export function bibtex(paper: Cited): string {
  const year = paper.publishedAt.slice(0, 4)
  const fields = {
    // The inner braces keep capitals as they are.
    title: `{${inLatex(paper.title)}}`,
    author: paper.authors.map(author => bibtexName(author.name)).join(' and '),
    year,
    eprint: paper.id,
    archivePrefix: 'arXiv',
    doi: `10.48550/arXiv.${paper.id}`,
    url: paperLinks(paper.id).arxiv,
  }
  const lines = Object.entries(fields).filter(([, value]) => value !== '')
  return `@misc{${citationKey(paper, year)},\n${lines.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}`
}

/** One line for a digest: linked title, up to three authors, the day it was featured, and links. */
export function markdown(paper: Cited & { featuredOn: Day; code: Pick<Code, 'url'> | null }): string {
  const links = paperLinks(paper.id)
  const named = paper.authors.slice(0, 3).map(author => inMarkdown(author.name))
  const authors = named.join(', ') + (paper.authors.length > named.length ? ' et al.' : '')
  const code = paper.code ? ` · [code](${paper.code.url})` : ''
  const title = `[**${inMarkdown(paper.title)}**](${links.huggingFace})`
  return `${title}${authors && ` — ${authors}`} (${paper.featuredOn}) · [arXiv](${links.arxiv}) · [PDF](${links.pdf})${code}`
}

/** The first author's last name, the year and the identifier: `sample2025_2503_02130`, unique to the paper. */
function citationKey(paper: Cited, year: string): string {
  const last = (paper.authors[0]?.name ?? '').normalize('NFKD').replace(/^.*\s/s, '')
  const name = last.replace(/[^a-z]/gi, '').toLowerCase() || 'paper'
  return `${name}${year}_${paper.id.replace(/[^a-z0-9]/gi, '_')}`
}

/** BibTeX splits names at commas and "and": a name that holds one is an organization's, and is braced to stay whole. */
function bibtexName(name: string): string {
  const escaped = inLatex(name)
  return /,|\b(and|others)\b/i.test(name) ? `{${escaped}}` : escaped
}

/** A formula as Pandoc sees it: no blank inside the dollars, no digit after, so that "$5 to $10" is none. */
const formula = /(?<!\\)(\$(?! )[^$]+(?<![ \\])\$(?!\d))/

function inLatex(text: string): string {
  return text
    .split(formula)
    .map(part =>
      isFormula(part) ? part.replace(/(?<!\\)[%#&]/g, '\\$&') : part.replace(/[\\{}$&%#_~^]/g, latexEscape),
    )
    .join('')
}

function isFormula(part: string): boolean {
  if (part.length < 3 || !part.startsWith('$') || !part.endsWith('$')) return false
  // A brace left open would swallow the rest of the file.
  let depth = 0
  for (const char of part) {
    if (char === '{') depth++
    if (char === '}' && --depth < 0) return false
  }
  return depth === 0
}

// Spelled out: BibTeX counts even an escaped brace.
const latexNames: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function latexEscape(char: string): string {
  return latexNames[char] ?? `\\${char}`
}

function inMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~$&!]/g, '\\$&')
}
