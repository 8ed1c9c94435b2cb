/** `$…$` as in Pandoc, so that prices are no formulas, `$$…$$`, `\(…\)` and `\[…\]`. */
const FORMULA = /\$\$([^$]+)\$\$|\$(?!\s)((?:\\.|[^$\\])+?)(?<!\s)\$(?!\d)|\\\((.+?)\\\)|\\\[(.+?)\\\]/g

/** Commands that stand outside formulas, with what they print. */
const COMMANDS: readonly [RegExp, string][] = [
  [/\\(?:text(?:bf|it|tt|sc|rm|sf)|emph|underline|mbox)\{([^{}]*)\}/g, '$1'],
  [/\\(?:url|href\{[^{}]*\})\{([^{}]*)\}/g, '$1'],
  [/\\([%&#_${}])/g, '$1'],
]

const GREEK = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho'
const MORE_GREEK = 'sigma tau upsilon phi chi psi omega'

/** The letters from α on; between ρ and σ lies the σ that ends a word. */
const letters = (names: string, first: string): [string, string][] =>
  names.split(' ').map((name, at) => [name, String.fromCodePoint((first.codePointAt(0) ?? 0) + at)])

const small = [...letters(GREEK, 'α'), ...letters(MORE_GREEK, 'σ')]

const SYMBOLS = new Map<string, string>([
  ...small,
  ...small.map(([name, sign]): [string, string] => [
    `${name[0]?.toUpperCase()}${name.slice(1)}`,
    sign.toUpperCase(),
  ]),
  ...Object.entries({ times: '×', cdot: '·', to: '→', rightarrow: '→', infty: '∞', ldots: '…', dots: '…' }),
  ...Object.entries({ leq: '≤', le: '≤', geq: '≥', ge: '≥', approx: '≈', sim: '~', pm: '±', ell: 'ℓ' }),
])

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const LOWERED = '₀₁₂₃₄₅₆₇₈₉'

const formula = (tex: string): string =>
  tex
    .replace(/\\([a-zA-Z]+) ?/g, (_, name: string) => SYMBOLS.get(name) ?? '')
    .replace(/([_^])(?:\{(\d+)\}|(\d))/g, (_, mark: string, many: string | undefined, one: string) =>
      (many ?? one).replace(/\d/g, digit => (mark === '_' ? LOWERED : RAISED)[Number(digit)] ?? digit),
    )
    .replace(/[{}\\]/g, '')
    .trim()

/** A text of the feed without LaTeX, because mail programs show no formulas. Unknown commands of formulas are left out. */
export function plainText(text: string): string {
  const shown = text.replace(FORMULA, (_all, ...parts) => formula(parts.slice(0, 4).join('')))
  return COMMANDS.reduce((rest, [command, printed]) => rest.replace(command, printed), shown)
}
