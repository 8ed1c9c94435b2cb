import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  ApplicationLogLevel,
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { type Duration, RemovalPolicy } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import type { Stage } from '../options/stage.ts'
import { type Beside, bundledCode } from './bundle.ts'

export interface LambdaFunctionProps {
  description: string
  /** Path of the module that exports `handler`, from the repository root. */
  entry: string
  environment: Record<string, string>
  /**
   * Its log maps stack traces by itself; errors that nobody catches stay unmapped. Default: Node maps all of them, and reads
   * source maps at each cold start.
   */
  mapsStacks?: boolean
  beside?: Beside
  /** Everything its code may do, besides writing its own log. */
  may: PolicyStatement[]
  memoryMiB: number
  /** Reserved concurrency. Null or absent: no limit but the account's. */
  concurrency?: number | null
  timeout: Duration
}

/** A function on arm64 and Node 24 with its own log and a role that allows exactly `may`. */
export function lambdaFunction(
  scope: Construct,
  id: string,
  stage: Stage,
  props: LambdaFunctionProps,
): LambdaFunction {
  const own = new Construct(scope, id)
  const logGroup = new LogGroup(own, 'Log', {
    retention: stage.logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const writesLog = new PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroup.logGroupArn],
  })
  const role = new Role(own, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: { Code: new PolicyDocument({ statements: [writesLog, ...props.may] }) },
  })
  return new LambdaFunction(own, 'Function', {
    description: props.description,
    code: bundledCode(own, props.entry, props.beside ?? {}),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: props.memoryMiB,
    timeout: props.timeout,
    reservedConcurrentExecutions: props.concurrency ?? undefined,
    environment: {
      ...(!props.mapsStacks && { NODE_OPTIONS: '--enable-source-maps' }),
      ...props.environment,
    },
    // Otherwise CDK's event sources and destinations would widen the role.
    role: role.withoutPolicyUpdates(),
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    applicationLogLevelV2: ApplicationLogLevel.INFO,
    // Reports with memory and billed durations are of this level.
    systemLogLevelV2: SystemLogLevel.INFO,
  })
}
