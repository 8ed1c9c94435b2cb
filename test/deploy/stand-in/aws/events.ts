import type { Functions } from '../lambda/functions.ts'
import type { Outcome } from '../lambda/instance.ts'
import type { Inventory } from '../template/deployed.ts'

type Json = Record<string, unknown>

/** Whether an event has what a pattern asks for: at each end of the pattern one of its values. */
function matches(pattern: unknown, event: unknown): boolean {
  if (Array.isArray(pattern)) return [event].flat().some(value => pattern.includes(value))
  return Object.entries(pattern as Json).every(([name, part]) => matches(part, (event as Json)?.[name]))
}

/** EventBridge hands an event of the default bus to the functions whose rules match, which must have let it in. */
export async function report(event: Json, inventory: Inventory, functions: Functions): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { attributes, properties } of inventory.all('AWS::Events::Rule')) {
    if (!matches(properties.EventPattern, event)) continue
    for (const { Arn } of properties.Targets as { Arn: string }[]) {
      const letsIn = inventory
        .all('AWS::Lambda::Permission')
        .some(
          ({ properties: { FunctionName, Principal, SourceArn } }) =>
            FunctionName === Arn && Principal === 'events.amazonaws.com' && SourceArn === attributes.Arn,
        )
      if (!letsIn) throw new Error(`${Arn} does not let ${attributes.Arn} in`)
      outcomes.push(await functions.invoke(Arn, event))
    }
  }
  return outcomes
}
