import type { Node } from 'constructs'

/** An option with a wrong value. The message says what it must be. */
export class BadOption extends Error {}

/** Makes an app. A wrong option ends it with one sentence, without a stack trace. */
export function runApp(make: () => unknown): void {
  try {
    make()
  } catch (error) {
    if (!(error instanceof BadOption)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

/** Names that CDK itself puts into the context: by a prefix, `cdk cli-telemetry` or `cdk acknowledge`. */
const ofCdk = /^(@|[\w-]+:|cli-telemetry$|acknowledged-issue-numbers$)/

/**
 * Refuses options that do not exist.
 * @throws BadOption naming the unknown and the known options
 */
export function refuseUnknown(node: Node, known: readonly string[]): void {
  const unknown = Object.keys(node.getAllContext()).filter(name => !ofCdk.test(name) && !known.includes(name))
  if (unknown.length)
    throw new BadOption(`there is no option ${unknown.join(', ')}: use -c with ${known.join(', ')}`)
}

/** The value of `-c name=value`, or null. An empty value is unset. */
export function textOf(node: Node, name: string): string | null {
  const value: unknown = node.tryGetContext(name)
  if (value === undefined || value === null || value === '') return null
  return String(value)
}

/**
 * The checked value of `-c name=value`, or null.
 * @throws BadOption naming the option, its value and what it must be
 */
export function matchingText(node: Node, name: string, pattern: RegExp, mustBe: string): string | null {
  const value = textOf(node, name)
  if (value !== null && !pattern.test(value))
    throw new BadOption(`-c ${name} must be ${mustBe}, not "${value}"`)
  return value
}
