import type { Node } from 'constructs'

/** An option that cannot be used; the message says what it must be. */
export class BadOption extends Error {}

/** Makes an app. What is wrong with its options is told in a sentence, without a trace. */
export function runApp(make: () => unknown): void {
  try {
    make()
  } catch (error) {
    if (!(error instanceof BadOption)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

/** What CDK itself puts into the context: by a prefix, or by `cdk cli-telemetry` and `cdk acknowledge`. */
const ofCdk = /^(@|[\w-]+:|cli-telemetry$|acknowledged-issue-numbers$)/

/**
 * Every name that is not CDK's own is one that somebody gave.
 * @throws BadOption naming those that are unknown, and those that are known
 */
export function refuseUnknown(node: Node, known: readonly string[]): void {
  const unknown = Object.keys(node.getAllContext()).filter(name => !ofCdk.test(name) && !known.includes(name))
  if (unknown.length)
    throw new BadOption(`there is no option ${unknown.join(', ')}: use -c with ${known.join(', ')}`)
}

/** What `-c name=value` gave, or null. An empty value counts as not given. */
export function textOf(node: Node, name: string): string | null {
  const value: unknown = node.tryGetContext(name)
  if (value === undefined || value === null || value === '') return null
  return String(value)
}

/**
 * What `-c name=value` gave, checked.
 * @throws BadOption naming the option, what it must be and what it was
 */
export function matchingText(node: Node, name: string, pattern: RegExp, mustBe: string): string | null {
  const value = textOf(node, name)
  if (value !== null && !pattern.test(value))
    throw new BadOption(`-c ${name} must be ${mustBe}, not "${value}"`)
  return value
}
