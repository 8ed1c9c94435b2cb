import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { picture } from './picture.ts'

const words = (
  'method learns few examples keeps small model larger tasks language vision cost change trained framework agent safety taxonomy ' +
  'efficient deployment knowledge sources retrieval engine image editing effects distillation teacher policy concept isolation ' +
  'generation video reasoning reward benchmark outperforms baseline across multiple settings proposed addresses emerging data ' +
  'sampling attention memory context token decoding alignment robust scalable unified semantic geometry motion audio'
).split(' ')

/** As long as the feed's usual summary; the sample's is shorter. */
function summaryOf(paper: string): string {
  const bytes = createHash('sha256').update(paper).digest()
  return Array.from(bytes, byte => words[byte % words.length]).join(' ')
}

const PICTURE_BYTES = 60_000

interface Response {
  headers: Record<string, string>
  body: Buffer
}

/** The same document without what it loads: what this machine needs for so much text. */
const textAlone = (html: string): string =>
  html.replace(/<link[^>]*>|<script[^>]*>.*?<\/script>|<img[^>]*>|<svg.*?<\/svg>/gs, '')

/** The pages before the sample, with pictures of this machine. Responses are made once: the server's time is measured elsewhere. */
export async function startLocalSite(target: string) {
  const responses = new Map<string, Promise<Response>>()
  const responseOf = async (path: string): Promise<Response> => {
    const isText = path === '/text'
    const answer = await fetch(target + (isText ? '/' : path), { headers: { accept: 'text/html' } })
    const kept = ['content-type', 'content-security-policy', 'cache-control']
    const headers = kept.flatMap(name => {
      const value = answer.headers.get(name)
      return value ? [[name, value]] : []
    })
    const text = (await answer.text())
      .replaceAll('https://sample.example/thumbnails/', '/pictures/')
      .replaceAll(/A generated summary of sample paper \d+\./g, summaryOf)
    return {
      headers: { ...Object.fromEntries(headers), 'content-encoding': 'gzip' },
      body: gzipSync(isText ? textAlone(text) : text),
    }
  }
  const image = picture(PICTURE_BYTES)
  const server = createServer(async ({ url = '/' }, response) => {
    if (url.startsWith('/pictures/'))
      return response.writeHead(200, { 'content-type': 'image/png' }).end(image)
    const made = responses.get(url) ?? responseOf(url)
    responses.set(url, made)
    const { headers, body } = await made
    response.writeHead(200, headers).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}
