import type { Agents, AgentsContext } from './answering.ts'

export type { Agents, Ask, GraphAnswer } from './answering.ts'

/** Loads the code for assistants at the first request. Other processes never read it. */
export async function loadAgents(): Promise<(context: AgentsContext) => Agents> {
  const { createAgents } = await import('./create-agents.ts')
  return createAgents
}
