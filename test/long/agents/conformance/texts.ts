import {
  acceptedContent,
  completable,
  inputRequired,
  type McpServer,
  ResourceTemplate,
} from '@modelcontextprotocol/server'
import { z } from 'zod'
import { IMAGE, PNG } from './media.ts'

const spoken = (...contents: object[]) => ({
  messages: contents.map(content => ({ role: 'user' as const, content: content as never })),
})
const text = (words: string) => ({ type: 'text' as const, text: words })
const context = z.object({ context: z.string() })

/** The resources and prompts that the conformance suite reads. */
export function registerFixtureTexts(server: McpServer): void {
  server.registerResource(
    'text',
    'test://static-text',
    { description: 'A text', mimeType: 'text/plain' },
    uri => ({
      contents: [
        { uri: uri.href, mimeType: 'text/plain', text: 'This is the content of the static text resource.' },
      ],
    }),
  )
  server.registerResource(
    'image',
    'test://static-binary',
    { description: 'An image', mimeType: 'image/png' },
    uri => ({
      contents: [{ uri: uri.href, mimeType: 'image/png', blob: PNG }],
    }),
  )
  const template = new ResourceTemplate('test://template/{id}/data', { list: undefined })
  server.registerResource('template', template, { mimeType: 'application/json' }, (uri, { id }) => ({
    contents: [
      {
        uri: uri.href,
        mimeType: 'application/json',
        text: JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` }),
      },
    ],
  }))
  server.registerPrompt('test_simple_prompt', { description: 'Simple' }, () =>
    spoken(text('This is a simple prompt for testing.')),
  )
  server.registerPrompt(
    'test_prompt_with_arguments',
    {
      description: 'With arguments',
      argsSchema: z.object({ arg1: completable(z.string(), () => ['paris', 'park']), arg2: z.string() }),
    },
    ({ arg1, arg2 }) => spoken(text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`)),
  )
  server.registerPrompt(
    'test_prompt_with_embedded_resource',
    { description: 'With a resource', argsSchema: z.object({ resourceUri: z.string() }) },
    ({ resourceUri }) =>
      spoken(
        {
          type: 'resource',
          resource: {
            uri: resourceUri,
            mimeType: 'text/plain',
            text: 'Embedded resource content for testing.',
          },
        },
        text('Please process the embedded resource above.'),
      ),
  )
  server.registerPrompt('test_prompt_with_image', { description: 'With an image' }, () =>
    spoken(IMAGE, text('Please analyze the image above.')),
  )
  server.registerPrompt('test_input_required_result_prompt', { description: 'Asks first' }, ctx => {
    const given = acceptedContent(ctx.mcpReq.inputResponses, 'user_context', context)
    if (given) return spoken(text(`Context: ${given.context}`))
    const message = 'What context should the prompt use?'
    const user_context = inputRequired.elicit({ message, requestedSchema: context })
    return inputRequired({ inputRequests: { user_context } })
  })
}
