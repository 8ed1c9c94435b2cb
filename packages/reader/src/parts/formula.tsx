import type { ComponentChild } from 'preact'
import temml from 'temml'

/**
 * Formulas in the feed's texts: `$…$` as in Pandoc, so that prices are not formulas, `$$…$$`, `\(…\)` and `\[…\]`.
 */
const FORMULA = /\$\$([^$]+)\$\$|\$(?!\s)((?:\\.|[^$\\])+?)(?<!\s)\$(?!\d)|\\\((.+?)\\\)|\\\[(.+?)\\\]/g

/** LaTeX commands outside formulas, and what they print. */
const COMMANDS: readonly [RegExp, string][] = [
  [/\\(?:text(?:bf|it|tt|sc|rm|sf)|emph|underline|mbox)\{([^{}]*)\}/g, '$1'],
  [/\\(?:url|href\{[^{}]*\})\{([^{}]*)\}/g, '$1'],
  [/\\([%&#_${}])/g, '$1'],
  [/``|''/g, '"'],
  [/(?<=\w)---(?=\w)/g, '—'],
  [/(?<=\w)--(?=\w)/g, '–'],
  [/(?<= )---?(?= )/g, '–'],
]

const prose = (text: string): string =>
  text.includes('\\') || text.includes('``') || text.includes('--')
    ? COMMANDS.reduce((rest, [command, printed]) => rest.replace(command, printed), text)
    : text

const known = new Map<string, string | null>()
const MOST_KNOWN = 5_000

/**
 * MathML of a formula, without inline styles, which the content security policy forbids. Null for a broken formula.
 */
function mathml(tex: string): string | null {
  const before = known.get(tex)
  if (before !== undefined) return before
  let made: string | null
  try {
    made = temml.renderToString(tex, { throwOnError: true, maxExpand: 200, maxSize: [10, 10] })
    made = made.replace(/ style="[^"]*"/g, '')
  } catch {
    made = null
  }
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(tex, made)
  return made
}

interface FormulasProps {
  text: string
  /** How the text between formulas is shown. */
  shownAs?: (text: string) => ComponentChild
}

/** A text of the feed with formulas as MathML. A broken formula stays as it is. */
export function Formulas({ text, shownAs = words => words }: FormulasProps) {
  if (!text.includes('$') && !text.includes('\\')) return <>{shownAs(prose(text))}</>
  const shown = []
  let end = 0
  for (const found of text.matchAll(FORMULA)) {
    const tex = found.slice(1).join('')
    const html = mathml(tex)
    if (html === null) continue
    shown.push(shownAs(prose(text.slice(end, found.index))))
    // Temml escapes its input.
    shown.push(<span class="math" dangerouslySetInnerHTML={{ __html: html }} />)
    end = found.index + found[0].length
  }
  return (
    <>
      {shown}
      {shownAs(prose(text.slice(end)))}
    </>
  )
}

/** The same as plain text, for example for the title of the window. */
export const plainText = (text: string): string =>
  prose(text).replace(FORMULA, (_all, ...parts: (string | undefined)[]) =>
    parts
      .slice(0, 4)
      .join('')
      .replace(/\\(?:mathcal|mathbf|mathrm|mathbb|text|textbf|boldsymbol)\b/g, '')
      .replace(/[{}]/g, ''),
  )
