/**
 * In place of the native part of `aws-lambda-ric`, which does not build offline: how the runtime interface client speaks to
 * the Runtime API. Answers go out in order before the next invocation is asked for, as there is one connection.
 */
import { Agent, request } from 'node:http'

const [hostname, port] = (process.env.AWS_LAMBDA_RUNTIME_API ?? '').split(':')
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

function call(method: string, path: string, body = '', headers: Record<string, string> = {}) {
  return new Promise<{ bodyJson: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const sent = request(
      { hostname, port, agent, method, path: `/2018-06-01/runtime/${path}`, headers },
      answer => {
        let bodyJson = ''
        answer.setEncoding('utf8').on('data', text => {
          bodyJson += text
        })
        answer.on('end', () => resolve({ bodyJson, headers: answer.headers }))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

const give = (path: string, body: string, headers?: Record<string, string>) =>
  void call('POST', path, body, headers).catch(() => process.exit(1))

export const next = () => call('GET', 'invocation/next')
export const done = (id: string, body: string) => give(`invocation/${id}/response`, body)
export const error = (id: string, body: string) => give(`invocation/${id}/error`, body)
