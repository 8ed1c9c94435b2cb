import { setTimeout as sleep } from 'node:timers/promises'
import type { Objects } from '../aws/bucket.ts'
import type { Judge } from '../aws/judge.ts'
import type { Queues } from '../aws/sqs.ts'
import type { Deployed, Inventory } from '../template/deployed.ts'
import { REGION } from '../template/physical.ts'
import type { Aliases } from './aliases.ts'
import { unpack } from './code.ts'
import { type Instance, type Outcome, startInstance } from './instance.ts'

interface FunctionsOptions {
  inventory: Inventory
  aliases: Aliases
  judge: Judge
  queues: Queues
  objects: Objects
  /** Where the functions find the services of AWS. */
  endpointUrl: () => string
  aheadMs: number
}

/** What Lambda retries an asynchronous invocation by default. */
const RETRIES = 2

/** Lambda: runs the functions that stand in the account, each in one instance, with the role's credentials. */
export function createFunctions({
  inventory,
  aliases: { find },
  judge,
  queues,
  objects,
  endpointUrl,
  aheadMs,
}: FunctionsOptions) {
  const instances = new Map<Deployed, Promise<Instance>>()
  const turns = new Map<Deployed, Promise<unknown>>()
  const later = new Set<Promise<unknown>>()
  const logs: string[] = []
  const errors = new Map<string, number>()

  const start = async ({ ref, attributes, properties }: Deployed): Promise<Instance> => {
    const { S3Bucket, S3Key } = properties.Code as { S3Bucket: string; S3Key: string }
    const zip = objects.get(`${S3Bucket}/${S3Key}`)
    if (!zip) throw new Error(`the code of ${ref} is not in ${S3Bucket}/${S3Key}`)
    const code = unpack(zip)
    const { Variables = {} } = (properties.Environment ?? {}) as { Variables?: Record<string, string> }
    const logging = (properties.LoggingConfig ?? {}) as { LogGroup?: string; LogFormat?: string }
    // Lambda writes the log with the function's own role.
    const log = inventory.get('AWS::Logs::LogGroup', logging.LogGroup)
    for (const action of ['logs:CreateLogStream', 'logs:PutLogEvents'])
      await judge.judge(properties.Role, action, `${log.attributes.Arn?.slice(0, -1)}log-stream:1`, 'service')
    return startInstance({
      code,
      handler: String(properties.Handler),
      environment: {
        ...Variables,
        AWS_REGION: REGION,
        AWS_DEFAULT_REGION: REGION,
        AWS_ACCESS_KEY_ID: judge.keyOf(String(properties.Role)),
        AWS_SECRET_ACCESS_KEY: 'secret',
        AWS_SESSION_TOKEN: 'token',
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
        AWS_LAMBDA_FUNCTION_NAME: ref,
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(properties.MemorySize ?? 128),
        AWS_LAMBDA_LOG_GROUP_NAME: String(logging.LogGroup),
        AWS_LAMBDA_LOG_STREAM_NAME: '1',
        AWS_LAMBDA_LOG_FORMAT: logging.LogFormat ?? 'Text',
        AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
        LAMBDA_TASK_ROOT: code,
        _HANDLER: String(properties.Handler),
        TZ: ':UTC',
        // Lambda does not set these: they stand for the network, and for a /tmp that no other function has.
        AWS_ENDPOINT_URL: endpointUrl(),
        TMPDIR: code,
      },
      functionArn: attributes.Arn ?? '',
      timeoutMs: Number(properties.Timeout ?? 3) * 1_000,
      aheadMs,
    })
  }

  const instanceOf = async (fn: Deployed): Promise<Instance> => {
    const standing = await instances.get(fn)
    if (standing && !standing.isOver()) return standing
    if (standing) logs.push(standing.log())
    const started = start(fn)
    instances.set(fn, started)
    return started
  }

  /** Runs a function and waits for its end. */
  const invoke = (name: string, event: unknown): Promise<Outcome> => {
    const fn = find(name)
    const run = async () => {
      const outcome = await (await instanceOf(fn)).invoke(event)
      if (!outcome.ok) errors.set(fn.ref, (errors.get(fn.ref) ?? 0) + 1)
      return outcome
    }
    const turn = (turns.get(fn) ?? Promise.resolve()).then(run, run)
    turns.set(
      fn,
      turn.catch(() => {}),
    )
    return turn
  }

  /** The settings of asynchronous invocations, which are a version's or the unqualified function's own. */
  const asyncSettings = (name: string): Record<string, unknown> => {
    const version = inventory.find('AWS::Lambda::Version', name)
    const qualifier = version?.attributes.Version ?? '$LATEST'
    const { ref } = find(name)
    const found = inventory
      .all('AWS::Lambda::EventInvokeConfig')
      .find(({ properties }) => properties.FunctionName === ref && properties.Qualifier === qualifier)
    return found?.properties ?? {}
  }

  const runLater = async (name: string, event: unknown): Promise<Outcome> => {
    const settings = asyncSettings(name)
    const attempts = Number(settings.MaximumRetryAttempts ?? RETRIES) + 1
    let outcome: Outcome = { ok: false, payload: null }
    for (let attempt = 1; attempt <= attempts && !outcome.ok; attempt++) outcome = await invoke(name, event)
    const { OnFailure } = (settings.DestinationConfig ?? {}) as { OnFailure?: { Destination: string } }
    if (outcome.ok || !OnFailure) return outcome
    const record = {
      version: '1.0',
      requestContext: {
        functionArn: name,
        condition: 'RetriesExhausted',
        approximateInvokeCount: attempts,
      },
      requestPayload: event,
      responsePayload: outcome.payload,
    }
    await queues.send(find(name).properties.Role, OnFailure.Destination, JSON.stringify(record))
    return outcome
  }

  return {
    find,
    invoke,
    /** How many invocations of a function have failed. */
    errorsOf: (name: string): number => errors.get(name) ?? 0,
    /** Takes an event over to run it, as an invocation of type `Event` does. Resolves with what its last attempt came to. */
    invokeLater(name: string, event: unknown): Promise<Outcome> {
      find(name)
      const run = runLater(name, event).finally(() => later.delete(run))
      later.add(run)
      run.catch(error => logs.push(String(error)))
      return run
    },
    /** Resolves when all that was taken over has run. */
    async idle(): Promise<void> {
      while (later.size > 0) {
        await Promise.all(later)
        await sleep(0)
      }
    },
    /** What the functions wrote, of ended instances and standing ones. */
    async log(): Promise<string> {
      const standing = await Promise.all([...instances.values()])
      return [...logs, ...standing.map(instance => instance.log())].join('\n')
    },
    /** Ends the instances of a function that changed or went, or of all. */
    async stop(fn?: Deployed): Promise<void> {
      for (const [each, instance] of instances) {
        if (fn && each !== fn) continue
        instances.delete(each)
        const standing = await instance.catch(() => null)
        if (standing) logs.push(standing.log())
        await standing?.stop()
      }
    },
  }
}

export type Functions = ReturnType<typeof createFunctions>
