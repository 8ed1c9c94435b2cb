import { parseArgs } from 'node:util'

const help = { help: { type: 'boolean', short: 'h' } } as const

/** What a command is given: pnpm hands on the `--` of `pnpm show -- 2503.02130`. */
export const withoutDashes = (args: readonly string[]): string[] => args.filter(arg => arg !== '--')

/** Whether a command that takes no argument is asked for its help. @throws Error when it is given anything else */
export const asksForHelp = (args: readonly string[]): boolean =>
  parseArgs({ args: withoutDashes(args), options: help }).values.help ?? false

/**
 * The one argument of a command; null when its help is asked for.
 * @param what the argument, as its help shows it
 * @throws Error in one sentence that names what to write instead
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
