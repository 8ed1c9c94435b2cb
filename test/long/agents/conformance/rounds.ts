import {
  acceptedContent,
  inputRequired,
  inputResponse,
  type McpServer,
  type RequestStateCodec,
} from '@modelcontextprotocol/server'
import { z } from 'zod'
import { registerFixture, said } from './fixture.ts'

const ok = z.object({ ok: z.boolean() })
const named = z.object({ name: z.string() })
const coloured = z.object({ color: z.string() })

/** Tools that ask over several rounds, with a state that the client cannot forge. */
export function registerFixtureRounds(server: McpServer, codec: RequestStateCodec<string>): void {
  const tool = registerFixture.bind(null, server)
  for (const name of [
    'test_input_required_result_request_state',
    'test_input_required_result_tampered_state',
  ])
    tool(name, async ctx => {
      const given = acceptedContent(ctx.mcpReq.inputResponses, 'confirm', ok)
      if (given && ctx.mcpReq.requestState<string>() === name) return said('state-ok')
      const confirm = inputRequired.elicit({ message: 'Please confirm', requestedSchema: ok })
      return inputRequired({ inputRequests: { confirm }, requestState: await codec.mint(name) })
    })
  tool('test_input_required_result_multiple_inputs', async ctx => {
    const { inputResponses } = ctx.mcpReq
    const user = acceptedContent(inputResponses, 'user_name', named)
    const greeting = inputResponse(inputResponses, 'greeting')
    const roots = inputResponse(inputResponses, 'client_roots')
    if (user && greeting.kind === 'sampling' && roots.kind === 'roots')
      return said(`${user.name}: ${roots.roots.length} roots`)
    const messages = [
      { role: 'user' as const, content: { type: 'text' as const, text: 'Generate a greeting' } },
    ]
    return inputRequired({
      inputRequests: {
        user_name: inputRequired.elicit({ message: 'What is your name?', requestedSchema: named }),
        greeting: inputRequired.createMessage({ messages, maxTokens: 50 }),
        client_roots: inputRequired.listRoots(),
      },
      requestState: await codec.mint('all'),
    })
  })
  tool('test_input_required_result_multi_round', async ctx => {
    const { inputResponses } = ctx.mcpReq
    const state = ctx.mcpReq.requestState<string>()
    const color = acceptedContent(inputResponses, 'step2', coloured)
    if (state?.startsWith('2 ') && color) return said(`${state.slice(2)} likes ${color.color}`)
    const user = acceptedContent(inputResponses, 'step1', named)
    if (state === '1' && user) {
      const step2 = inputRequired.elicit({
        message: 'Step 2: What is your favorite color?',
        requestedSchema: coloured,
      })
      return inputRequired({ inputRequests: { step2 }, requestState: await codec.mint(`2 ${user.name}`) })
    }
    const step1 = inputRequired.elicit({ message: 'Step 1: What is your name?', requestedSchema: named })
    return inputRequired({ inputRequests: { step1 }, requestState: await codec.mint('1') })
  })
}
