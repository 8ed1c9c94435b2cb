import { parseArgs } from 'node:util'

const help = { help: { type: 'boolean', short: 'h' } } as const

/** The arguments of a command. pnpm passes on the `--` of `pnpm run show -- 2503.02130`. */
export const withoutDashes = (args: readonly string[]): string[] => args.filter(arg => arg !== '--')

/** Whether a command without arguments was called with `--help`. @throws Error on any other argument */
export const asksForHelp = (args: readonly string[]): boolean =>
  parseArgs({ args: withoutDashes(args), options: help }).values.help ?? false

/**
 * The one argument of a command. Null when it was called with `--help`.
 * @param what the argument, as the help shows it
 * @throws Error that says what to write instead
 */
export function soleArgument(args: readonly string[], what: string): string | null {
  const { values, positionals } = parseArgs({
    args: withoutDashes(args),
    options: help,
    allowPositionals: true,
  })
  if (values.help) return null
  const [argument, ...more] = positionals
  if (argument?.trim() && more.length === 0) return argument.trim()
  throw new Error(`this command takes one argument, ${what}; put it in quotes when it has blanks`)
}
