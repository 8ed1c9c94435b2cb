/**
 * Loaded before the runtime interface client: puts `rapid-client.ts` in the place of its native part, starts the clock at
 * another time when this module's URL ends with `?ahead=<milliseconds>`, and sends requests to CloudFormation, queues and the
 * HTTP API to loopback.
 */
import http from 'node:http'
import https from 'node:https'
import { createRequire, registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
/** Code that was unpacked has no packages beside it but what it brings. */
const isOutside = (url = ''): boolean => url.includes('/daily-papers-code-')
const replacement = new URL('./rapid-client.ts', import.meta.url).href
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === './rapid-client.node')
      return { url: replacement, format: 'module-typescript', shortCircuit: true }
    // Lambda's own image has the SDK, for functions that bring none.
    if (/^@aws-sdk\/client-(lambda|s3)$/.test(specifier) && isOutside(context.parentURL))
      return { url: pathToFileURL(require.resolve(specifier)).href, shortCircuit: true }
    return next(specifier, context)
  },
})

const ahead = Number(new URL(import.meta.url).searchParams.get('ahead') ?? 0)
if (ahead) {
  const Real = Date
  const now = () => Real.now() + ahead
  globalThis.Date = new Proxy(Real, {
    construct: (target, given, self) => Reflect.construct(target, given.length ? given : [now()], self),
    apply: () => new Real(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
}

// CDK's own functions answer CloudFormation over HTTPS, and the SDK asks a queue at the host of its URL.
const ELSEWHERE = /^responses\.invalid$|^sqs\..*\.amazonaws\.com$/
const { request } = https
const { hostname, port } = new URL(process.env.AWS_ENDPOINT_URL ?? 'http://127.0.0.1')
https.request = ((options: https.RequestOptions, onAnswer?: (answer: http.IncomingMessage) => void) =>
  ELSEWHERE.test(String(options.hostname ?? options.host))
    ? http.request({ ...options, agent: undefined, host: hostname, hostname, port }, onAnswer)
    : request(options, onAnswer)) as typeof https.request

// Our own functions ask the API by the name that API Gateway gave it.
const { fetch } = globalThis
globalThis.fetch = (asked, init) => {
  const url = new URL(asked instanceof Request ? asked.url : asked)
  if (!url.hostname.includes('.execute-api.')) return fetch(asked, init)
  return fetch(new URL(`/execute-api${url.pathname}${url.search}`, process.env.AWS_ENDPOINT_URL), init)
}
