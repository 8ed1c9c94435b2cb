import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Send } from './lambda-fetch.ts'

/** What a tool answers. */
export interface Called {
  isError?: boolean
  content: { type: string; text?: string }[]
  structuredContent?: Record<string, unknown>
}

export const textOf = ({ content }: Called): string => content.map(({ text }) => text ?? '').join('')

/** A client of the protocol of 2026-07-28. */
export async function newClient(server: string, send: Send = fetch): Promise<Client> {
  const client = new Client({ name: 'new', version: '1.0.0' })
  await client.connect(new StreamableHTTPClientTransport(new URL(`${server}/mcp`), { fetch: send }))
  return client
}

/** A client that opens with `initialize`, as all did before. */
export async function oldClient(server: string, send: Send = fetch): Promise<OldClient> {
  const client = new OldClient({ name: 'old', version: '1.0.0' })
  // The types of the two disagree under exactOptionalPropertyTypes.
  await client.connect(new OldTransport(new URL(`${server}/mcp`), { fetch: send }) as never)
  return client
}
