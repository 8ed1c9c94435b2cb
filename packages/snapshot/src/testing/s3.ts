import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

interface Kept {
  body: Buffer
  headers: Record<string, string>
  /** Whether the connection breaks in the middle of the body. */
  breaksOff?: boolean
}

/** A fake S3 for one object: PUT, HEAD and GET by path, with metadata. */
export async function startS3() {
  const objects = new Map<string, Kept>()
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (request.method === 'PUT') {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      const headers = Object.entries(request.headers).filter(([name]) => name.startsWith('x-amz-meta-'))
      objects.set(path, {
        body: Buffer.concat(chunks),
        headers: Object.fromEntries(headers) as Kept['headers'],
      })
      response.end()
      return
    }
    const found = objects.get(path)
    if (!found) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { ...found.headers, 'content-length': found.body.length })
    if (found.breaksOff && request.method === 'GET')
      response.write(found.body.subarray(0, 1_000), () => response.destroy())
    else response.end(request.method === 'HEAD' ? undefined : found.body)
  })
  server.listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  return { objects, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
