import type { Agents, AgentsOptions } from './answering.ts'

export type { Agents, Ask, GraphAnswer } from './answering.ts'

/** Loads the code for assistants at the first request. Other processes never read it. */
export async function loadAgents(): Promise<(options: AgentsOptions) => Agents> {
  const { createAgents } = await import('./create-agents.ts')
  return createAgents
}
