import { once } from 'node:events'
import { connect } from 'node:net'

/** Sends text over a bare socket, and gives what came back when the server closes it. */
export async function speak(url: string, text: string): Promise<string> {
  const { port, hostname } = new URL(url)
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.on('data', chunk => {
    answer += chunk
  })
  socket.on('error', () => undefined)
  socket.write(text)
  await once(socket, 'close')
  return answer
}
