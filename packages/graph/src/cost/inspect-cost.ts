import { costOf, costShown, refusalOf } from './cost.ts'
import type { Inspect } from './operation.ts'
import { rememberingCost } from './varying-cost.ts'

/** Refuses a query that costs too much before anything is read, and adds `extensions.cost`. */
export const inspectCost: Inspect = rememberingCost((schema, { document, name }, variables) => {
  const cost = costOf(schema, document, name, variables)
  if (!cost) return { extensions: {} }
  const refused = refusalOf(cost)
  return refused ? { refused } : { extensions: { cost: costShown(cost) } }
})
