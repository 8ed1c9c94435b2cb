import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { type Objects, rulesOf, versioned } from './aws/bucket.ts'
import { cloudFormation } from './aws/cloudformation.ts'
import { serveDistribution } from './aws/cloudfront.ts'
import { createCodeDeploy } from './aws/codedeploy.ts'
import { createCustomResources } from './aws/custom-resources.ts'
import { dynamodb } from './aws/dynamodb.ts'
import { startEndpoint } from './aws/endpoint.ts'
import { report } from './aws/events.ts'
import { askHttpApi, serveHttpApi } from './aws/http-api.ts'
import { createJudge } from './aws/judge.ts'
import { lambda } from './aws/lambda.ts'
import { s3 } from './aws/s3.ts'
import { fire } from './aws/scheduler.ts'
import { ses, type TakenMail } from './aws/ses.ts'
import { createQueues } from './aws/sqs.ts'
import { ssm } from './aws/ssm.ts'
import { sts } from './aws/sts.ts'
import { createAliases } from './lambda/aliases.ts'
import { drainQueues } from './lambda/event-sources.ts'
import { createFunctions } from './lambda/functions.ts'
import type { Outcome } from './lambda/instance.ts'
import { type Deployed, Inventory } from './template/deployed.ts'
import { createEffects } from './template/effects.ts'
import { type Stack, updateStack } from './template/stack.ts'
import type { Template } from './template/template.ts'

/** Where functions reach the HTTP API: see `preload.ts`. */
const HTTP_API = '/execute-api'
/** What the bootstrap of the CDK leaves in an account. */
const BOOTSTRAP_VERSION: [string, string] = ['/cdk-bootstrap/hnb659fds/version', '30']

/**
 * An account of AWS on loopback, as far as this project needs one: CloudFormation deploys templates into it, functions run
 * under AWS's own runtime interface client with the roles of the template, and tables stand in the embedded engine.
 */
export async function startAccount({ aheadMs = 0, objects = new Map() as Objects } = {}) {
  const engine = await startEngine()
  const inventory = new Inventory()
  const judge = createJudge(inventory)
  const queues = createQueues(inventory, judge)
  const versions = versioned(objects)
  const parameters = new Map([BOOTSTRAP_VERSION])
  const limits = { concurrency: 1_000 }
  const mails: TakenMail[] = []
  let url = ''
  let stack: Stack | null = null
  const aliases = createAliases(inventory)
  const functions = createFunctions({
    inventory,
    aliases,
    judge,
    queues,
    objects,
    endpointUrl: () => url,
    aheadMs,
  })
  const codeDeploy = createCodeDeploy({ inventory, functions, aliases, judge, queues })
  const customResources = createCustomResources(functions)
  const effects = createEffects({
    inventory,
    functions,
    aliases,
    codeDeploy,
    customResources,
    objects,
    parameters,
    limits,
    client: engine.client,
  })
  const stacks = cloudFormation(effects)
  const endpoint = await startEndpoint({
    // What is not signed: questions of our functions to the API, and answers of the CDK's to CloudFormation.
    '': async request => {
      if (!request.url.pathname.startsWith(HTTP_API)) return customResources.service(request)
      const url = new URL(request.url.href.replace(HTTP_API, ''))
      return askHttpApi(inventory, functions, { ...request, url })
    },
    cloudformation: stacks.service,
    codedeploy: codeDeploy.service,
    dynamodb: dynamodb(engine.url, judge),
    lambda: lambda(functions, judge),
    s3: s3(objects, versions, inventory, judge),
    ses: ses(mails, judge),
    sqs: queues.service,
    ssm: ssm(parameters, judge),
    sts,
  })
  url = endpoint.url
  return {
    url,
    inventory,
    judge,
    queues,
    functions,
    effects,
    objects,
    /** The versions of what is in a bucket. */
    versionsIn: (bucket: Deployed) => versions.of(bucket.ref),
    /** Lets days pass over a bucket, which S3 clears by its rules. */
    passDays: (bucket: Deployed, days: number): void =>
      versions.age(bucket.ref, days, rulesOf(bucket.properties)),
    /** SSM parameters by name. */
    parameters,
    /** What all functions may have at once; 10 in a new account. */
    limits,
    /** What SES took, oldest first. */
    mails,
    /** Has EventBridge hand an event to the functions whose rules match. */
    report: (event: Record<string, unknown>) => report(event, inventory, functions),
    /** The engine, without a judge. */
    client: engine.client,
    outputsOf: stacks.outputsOf,
    tagsOf: stacks.tagsOf,
    /** Has CloudFormation deploy a template that nobody uploads, over the one that it deployed before. */
    async deploy(name: string, template: Template): Promise<void> {
      stack = await updateStack(name, template, {}, stack, effects)
    },
    /** Fires a schedule as of an instant, and waits for the run's end. */
    fire: (schedule: Deployed, instant: string): Promise<Outcome> =>
      fire(schedule, instant, { judge, functions, queues }),
    /** Has the functions work off the queues that they are mapped to. */
    drainQueues: () => drainQueues(inventory, queues, functions, judge),
    /** Serves the HTTP API on this machine. */
    serve: (address: { host?: string; port?: number } = {}) => serveHttpApi(inventory, functions, address),
    /** Serves the distribution before a served API. */
    serveDistribution: (originUrl: string) => serveDistribution(inventory, originUrl),
    async close(): Promise<void> {
      await functions.stop()
      endpoint.close()
      await engine.close()
    },
  }
}

export type Account = Awaited<ReturnType<typeof startAccount>>
