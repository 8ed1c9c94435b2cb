import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface ServerProcess {
  url: string
  /** CPU time that the process has used so far, in microseconds. */
  cpuMicroseconds(): Promise<number>
  stop(): void
}

function answerOf(child: ChildProcess): Promise<Record<string, unknown>> {
  const { promise, resolve, reject } = Promise.withResolvers<Record<string, unknown>>()
  const onExit = () => reject(new Error('A server ended before it answered'))
  child.once('exit', onExit).once('message', message => {
    child.off('exit', onExit)
    resolve(message as Record<string, unknown>)
  })
  return promise
}

/** Starts a peer in a process of its own: over a source in memory that takes a while, or over a table of an engine. */
export async function startPeer(
  peer: string,
  source: { latencyMs: number } | { engine: string; table: string },
): Promise<ServerProcess> {
  const args = [peer, JSON.stringify(source)]
  const child = fork(fileURLToPath(new URL('serve.ts', import.meta.url)), args, {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const { url } = await answerOf(child)
  return {
    url: `${url}/graphql`,
    async cpuMicroseconds() {
      child.send('cpu')
      return Number((await answerOf(child)).cpuMicroseconds)
    },
    stop: () => child.kill(),
  }
}
