import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** What an invocation came to. */
export interface Outcome {
  ok: boolean
  /** What the handler returned, or the error as Lambda reports it. */
  payload: unknown
}

export interface InstanceOptions {
  /** The folder that holds the unpacked code. */
  code: string
  handler: string
  /** All of it: the function's own and Lambda's. */
  environment: Record<string, string>
  functionArn: string
  timeoutMs: number
  /** How far its clock is ahead of this machine's. */
  aheadMs: number
}

/** The largest answer that Lambda passes on. */
const MAX_RESPONSE_BYTES = 6_291_556

const client = fileURLToPath(import.meta.resolve('aws-lambda-ric'))
const preload = new URL('./preload.ts', import.meta.url).href

const failed = (errorType: string, errorMessage: string): Outcome => ({
  ok: false,
  payload: { errorType, errorMessage },
})

/** One execution environment of a function: AWS's own runtime interface client in a clean process, and the Runtime API before it. */
export async function startInstance(options: InstanceOptions) {
  let waiting: ServerResponse | null = null
  let current: { id: string; event: string; settle: (outcome: Outcome) => void; deadline: number } | null =
    null
  let sent = false
  let output = ''
  let fatal: Outcome | null = null

  const settle = (outcome: Outcome) => {
    const { settle: end } = current ?? { settle: () => {} }
    current = null
    end(outcome)
  }
  const give = () => {
    if (!waiting || !current || sent) return
    sent = true
    waiting.writeHead(200, {
      'content-type': 'application/json',
      'Lambda-Runtime-Aws-Request-Id': current.id,
      'Lambda-Runtime-Deadline-Ms': String(current.deadline + options.aheadMs),
      'Lambda-Runtime-Invoked-Function-Arn': options.functionArn,
    })
    waiting.end(current.event)
    waiting = null
  }
  const server = createServer(async (request, response) => {
    const [, , , part = '', ...rest] = (request.url ?? '').split('/')
    if (request.method === 'GET' && part === 'invocation') {
      waiting = response
      give()
      return
    }
    const body = await text(request)
    response.writeHead(202).end('{}')
    if (part === 'init') {
      fatal = { ok: false, payload: JSON.parse(body) }
      settle(fatal)
    } else if (rest.at(-1) === 'error') settle({ ok: false, payload: JSON.parse(body) })
    else if (Buffer.byteLength(body) > MAX_RESPONSE_BYTES)
      settle(
        failed(
          'Function.ResponseSizeTooLarge',
          `Response payload size exceeded maximum allowed payload size (${MAX_RESPONSE_BYTES} bytes).`,
        ),
      )
    else settle({ ok: true, payload: body === '' ? null : JSON.parse(body) })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const child = spawn(
    process.execPath,
    ['--import', `${preload}?ahead=${options.aheadMs}`, client, options.handler],
    {
      cwd: options.code,
      env: {
        ...options.environment,
        AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${(server.address() as AddressInfo).port}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', lines => {
      output += lines
    })
  const ended = once(child, 'close').then(() => {
    server.closeAllConnections()
    server.close()
    fatal ??= failed('Runtime.ExitError', `Runtime exited: ${output.slice(-500)}`)
    settle(fatal)
  })

  return {
    /** What it wrote to its log. */
    log: () => output,
    isOver: () => fatal !== null,
    /** One at a time, as Lambda does. */
    async invoke(event: unknown): Promise<Outcome> {
      if (fatal) return fatal
      const deadline = Date.now() + options.timeoutMs
      const outcome = new Promise<Outcome>(resolve => {
        sent = false
        current = { id: crypto.randomUUID(), event: JSON.stringify(event), settle: resolve, deadline }
        give()
      })
      const timer = setTimeout(() => {
        fatal = failed('Sandbox.Timedout', `Task timed out after ${options.timeoutMs / 1_000} seconds`)
        settle(fatal)
        child.kill('SIGKILL')
      }, options.timeoutMs)
      return outcome.finally(() => clearTimeout(timer))
    },
    async stop(): Promise<void> {
      child.kill('SIGKILL')
      await ended
    },
  }
}

export type Instance = Awaited<ReturnType<typeof startInstance>>
