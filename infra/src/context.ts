import type { Node } from 'constructs'

/** What `-c name=value` gave, or null. An empty value counts as not given. */
export function textOf(node: Node, name: string): string | null {
  const value: unknown = node.tryGetContext(name)
  if (value === undefined || value === null || value === '') return null
  return String(value)
}

/**
 * What `-c name=value` gave, checked.
 * @throws Error naming the option, what it must be and what it was
 */
export function matchingText(node: Node, name: string, pattern: RegExp, mustBe: string): string | null {
  const value = textOf(node, name)
  if (value !== null && !pattern.test(value)) throw new Error(`-c ${name} must be ${mustBe}, not "${value}"`)
  return value
}
