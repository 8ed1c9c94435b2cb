/**
 * Loaded before the runtime interface client: puts `rapid-client.ts` in the place of its native part, starts the clock at
 * another time when this module's URL ends with `?ahead=<milliseconds>`, and leads answers to CloudFormation to loopback.
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

// CDK's own functions answer CloudFormation over HTTPS at this name.
const { request } = https
const { hostname, port } = new URL(process.env.AWS_ENDPOINT_URL ?? 'http://127.0.0.1')
https.request = ((options: https.RequestOptions, onAnswer?: (answer: http.IncomingMessage) => void) =>
  options.hostname === 'responses.invalid'
    ? http.request({ ...options, hostname, port }, onAnswer)
    : request(options, onAnswer)) as typeof https.request
