import {
  acceptedContent,
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  inputRequired,
  inputResponse,
  type McpServer,
  type ServerContext,
  type ServerEventBus,
} from '@modelcontextprotocol/server'
import { z } from 'zod'
import { registerFixture, said } from './fixture.ts'
import { AUDIO, IMAGE, pause } from './media.ts'

const capabilitiesOf = (ctx: ServerContext): ClientCapabilities =>
  (ctx.mcpReq.envelope as Record<string, ClientCapabilities> | undefined)?.[CLIENT_CAPABILITIES_META_KEY] ??
  {}

async function withProgress(ctx: ServerContext): Promise<CallToolResult> {
  const progressToken = ctx.mcpReq._meta?.progressToken
  for (const progress of [0, 50, 100]) {
    if (progressToken !== undefined)
      await ctx.mcpReq.notify({
        method: 'notifications/progress',
        params: { progressToken, progress, total: 100 },
      })
    await pause(50)
  }
  return said('done')
}

const named = z.object({ name: z.string() })
const askName = () => inputRequired.elicit({ message: 'What is your name?', requestedSchema: named })

function greeting(ctx: ServerContext) {
  const given = acceptedContent(ctx.mcpReq.inputResponses, 'user_name', named)
  return given ? said(`Hello, ${given.name}!`) : inputRequired({ inputRequests: { user_name: askName() } })
}

/** The tools that the conformance suite calls, as its scenarios describe them. */
export function registerFixtureTools(server: McpServer, bus: ServerEventBus): void {
  const tool = registerFixture.bind(null, server)
  tool('test_simple_text', () => said('This is a simple text response for testing.'))
  tool('test_image_content', () => ({ content: [IMAGE] }))
  tool('test_audio_content', () => ({ content: [AUDIO] }))
  tool('test_embedded_resource', () => ({
    content: [
      {
        type: 'resource',
        resource: {
          uri: 'test://embedded-resource',
          mimeType: 'text/plain',
          text: 'This is an embedded resource content.',
        },
      },
    ],
  }))
  tool('test_multiple_content_types', () => ({
    content: [
      { type: 'text', text: 'Multiple content types test:' },
      IMAGE,
      {
        type: 'resource',
        resource: {
          uri: 'test://mixed-content-resource',
          mimeType: 'application/json',
          text: '{"test":"data","value":123}',
        },
      },
    ],
  }))
  tool('test_error_handling', () => {
    throw new Error('This tool intentionally returns an error for testing')
  })
  tool('test_tool_with_progress', withProgress)
  tool('test_streaming_elicitation', withProgress)
  tool('test_logging_tool', async ctx => {
    await ctx.mcpReq.log('info', 'working')
    return said('done')
  })
  // The SDK refuses what the client has not declared.
  tool('test_missing_capability', () => {
    const messages = [{ role: 'user' as const, content: { type: 'text' as const, text: 'Hello' } }]
    return inputRequired({
      inputRequests: { hello: inputRequired.createMessage({ messages, maxTokens: 5 }) },
    })
  })
  tool('test_trigger_tool_change', () => {
    bus.publish({ kind: 'tools_list_changed' })
    return said('tools changed')
  })
  tool('test_trigger_prompt_change', () => {
    bus.publish({ kind: 'prompts_list_changed' })
    return said('prompts changed')
  })
  tool('test_input_required_result_elicitation', greeting)
  tool('test_input_required_result_sampling', ctx => {
    const answer = inputResponse(ctx.mcpReq.inputResponses, 'capital_question')
    if (answer.kind === 'sampling') return said(JSON.stringify(answer.result.content))
    const messages = [
      { role: 'user' as const, content: { type: 'text' as const, text: 'What is the capital of France?' } },
    ]
    const question = inputRequired.createMessage({ messages, maxTokens: 100 })
    return inputRequired({ inputRequests: { capital_question: question } })
  })
  tool('test_input_required_result_list_roots', ctx => {
    const answer = inputResponse(ctx.mcpReq.inputResponses, 'client_roots')
    if (answer.kind === 'roots') return said(answer.roots.map(({ uri }) => uri).join(', '))
    return inputRequired({ inputRequests: { client_roots: inputRequired.listRoots() } })
  })
  tool('test_input_required_result_capabilities', ctx => {
    const { sampling, elicitation } = capabilitiesOf(ctx)
    const messages = [{ role: 'user' as const, content: { type: 'text' as const, text: 'Hello' } }]
    const inputRequests = {
      ...(sampling && { greeting: inputRequired.createMessage({ messages, maxTokens: 50 }) }),
      ...(elicitation && { user_name: askName() }),
    }
    if (ctx.mcpReq.inputResponses || Object.keys(inputRequests).length === 0) return said('done')
    return inputRequired({ inputRequests })
  })
}
