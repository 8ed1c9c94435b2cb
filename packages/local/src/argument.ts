import { parseArgs } from 'node:util'

/**
 * The one argument of a command; null when its help is asked for.
 * @param what the argument, as its help shows it
 * @throws Error in one sentence that names what to write instead
 */
export function soleArgument(args: readonly string[], what: string): string | null {
  const { values, positionals } = parseArgs({
    // pnpm hands on the `--` of `pnpm show -- 2503.02130`.
    args: args.filter(arg => arg !== '--'),
    options: { help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  })
  if (values.help) return null
  const [argument, ...more] = positionals
  if (argument?.trim() && more.length === 0) return argument.trim()
  throw new Error(`this command takes one argument, ${what}; put it in quotes when it has blanks`)
}
