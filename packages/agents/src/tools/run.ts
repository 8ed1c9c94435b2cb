import type { AgentsContext, Caller } from '../answering.ts'
import { adviceOf } from '../arguments/advice.ts'
import { textOf } from '../graph/graphql.ts'
import type { Answer, AnyTool } from './tool.ts'

/**
 * Runs a tool's document and builds the result.
 * @throws Advice with what the assistant should do instead
 */
export async function runTool(
  { document, variables, answer }: AnyTool,
  input: object,
  { ask, now }: AgentsContext,
  caller: Caller,
): Promise<Answer<Record<string, unknown>> & { maxAgeSeconds: number }> {
  const { data, errors, maxAgeSeconds } = await ask(textOf(document), variables(input, now()), caller)
  if (data === null || data === undefined) throw adviceOf(errors)
  return { ...answer({ data: data as never, input, site: caller.site, errors }), maxAgeSeconds }
}
