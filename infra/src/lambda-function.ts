import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  ApplicationLogLevel,
  Architecture,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda'
import {
  type BundlingOptions,
  type ICommandHooks,
  LogLevel,
  NodejsFunction,
  OutputFormat,
  SourceMapMode,
} from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { type Duration, RemovalPolicy } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import type { Stage } from './stage.ts'

export interface LambdaFunctionProps {
  description: string
  /** Path of the module that exports `handler`, from the root of the repository. */
  entry: string
  environment: Record<string, string>
  /** Folders of packages that lie beside the bundle, not in it: what is rarely loaded and large, which each cold start would read. */
  beside?: Record<string, string[]>
  /** All that its code may do, besides writing its own log. */
  may: PolicyStatement[]
  memoryMiB: number
  timeout: Duration
}

const repository = fileURLToPath(new URL('../..', import.meta.url))

// graphql-jit names files of graphql-js in their CommonJS form, of which the bundle must not hold a second copy: objects
// of one are none to the other. An alias is found from the working directory, so it is a whole path.
const oneGraphql = Object.fromEntries(
  ['error/index', 'execution/execute', 'jsutils/Path', 'utilities/index'].map(file => [
    `--alias:graphql/${file}.js`,
    `${repository}packages/api/node_modules/graphql/${file}.mjs`,
  ]),
)

const bundling: BundlingOptions = {
  format: OutputFormat.ESM,
  minify: true,
  sourceMap: true,
  sourceMapMode: SourceMapMode.DEFAULT,
  sourcesContent: false,
  logLevel: LogLevel.WARNING,
  bundleAwsSDK: true,
  mainFields: ['module', 'main'],
  // Packages in the bundle that are still CommonJS call `require`, which an ES module does not have.
  banner: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
  // GraphQL leaves its checks for mixed-up modules out of production.
  define: { 'process.env.NODE_ENV': '"production"' },
  esbuildArgs: {
    ...oneGraphql,
    // With its validator an eighth of the bundle, for an option of graphql-jit that is not used.
    '--alias:fast-json-stringify': `${repository}infra/src/left-out.ts`,
  },
}

/** Copies packages (or the parts of them that are named) from the folder of a workspace's packages to beside the bundle. */
function copied(from: string, packages: Record<string, string[]>): ICommandHooks {
  const copy = (name: string, parts: string[], to: string) => [
    `mkdir -p "${to}/node_modules/${name}"`,
    ...parts.map(part => `cp -RL "${from}/node_modules/${name}/${part}" "${to}/node_modules/${name}/"`),
  ]
  return {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (_, to) => Object.entries(packages).flatMap(([name, parts]) => copy(name, parts, to)),
  }
}

/** A function on arm64 and Node 24 with a log and a role of its own, the role allowing exactly `may`. */
export function lambdaFunction(
  scope: Construct,
  id: string,
  stage: Stage,
  props: LambdaFunctionProps,
): NodejsFunction {
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
  return new NodejsFunction(own, 'Function', {
    description: props.description,
    entry: `${repository}${props.entry}`,
    projectRoot: repository,
    depsLockFilePath: `${repository}pnpm-lock.yaml`,
    bundling: {
      ...bundling,
      externalModules: Object.keys(props.beside ?? {}),
      commandHooks: copied(`${repository}${dirname(dirname(props.entry))}`, props.beside ?? {}),
    },
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: props.memoryMiB,
    timeout: props.timeout,
    environment: { NODE_OPTIONS: '--enable-source-maps', ...props.environment },
    // CDK's event sources and destinations would widen the role beyond what is written here.
    role: role.withoutPolicyUpdates(),
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    applicationLogLevelV2: ApplicationLogLevel.INFO,
    systemLogLevelV2: SystemLogLevel.WARN,
  })
}
