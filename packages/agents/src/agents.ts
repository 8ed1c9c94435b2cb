import type { Agents, AgentsOptions } from './answering.ts'

export type { Agents, Ask, GraphAnswer } from './answering.ts'

/** Loads what answers assistants. A process that none of them asks never reads it. */
export async function loadAgents(): Promise<(options: AgentsOptions) => Agents> {
  const { createAgents } = await import('./create-agents.ts')
  return createAgents
}
