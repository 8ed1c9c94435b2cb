import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { apiFunction } from '@daily-papers/infra/api-function.ts'
import { lambdaFunction } from '@daily-papers/infra/lambda-function.ts'
import { readOptions } from '@daily-papers/infra/options.ts'
import { readStage } from '@daily-papers/infra/stage.ts'
import { Template } from 'aws-cdk-lib/assertions'
import { Table } from 'aws-cdk-lib/aws-dynamodb'
import { type CfnFunction, type Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { App, Duration, Stack } from 'aws-cdk-lib/core'

const repository = fileURLToPath(new URL('../../..', import.meta.url))

export interface Bundle {
  /** The module that Lambda loads. */
  path: string
  megabytes: number
}

/** Bundles the API and its peers as `cdk deploy` bundles the API, and tells where each is. */
export function bundles(peers: readonly string[], outdir: string): Map<string, Bundle> {
  const app = new App({ outdir })
  const stack = new Stack(app, 'Cold')
  const stage = readStage(app.node)
  const functions = new Map<string, LambdaFunction>([
    [
      'ours',
      apiFunction(stack, {
        stage,
        options: readOptions(app.node),
        table: Table.fromTableName(stack, 'Table', 'papers'),
        snapshots: Bucket.fromBucketName(stack, 'Bucket', 'snapshots'),
      }),
    ],
  ])
  for (const peer of peers) {
    const entry = `test/bench/cold/handlers/${peer}.ts`
    const common = { environment: {}, may: [], memoryMiB: 1769, timeout: Duration.seconds(28) }
    functions.set(peer, lambdaFunction(stack, peer, stage, { description: peer, entry, ...common }))
  }
  functions.set('bare-sdk-plain', plainFunction(stack, 'bare-sdk'))
  // Our bundler leaves out the Fetch that this Yoga needs.
  functions.set('yoga', plainFunction(stack, 'yoga'))
  const resources = Template.fromStack(stack).findResources('AWS::Lambda::Function')
  return new Map(
    [...functions].map(([name, { node }]) => {
      const cfn = node.defaultChild as CfnFunction
      const key: string = resources[stack.getLogicalId(cfn)]?.Properties.Code.S3Key
      const folder = join(outdir, `asset.${key.replace('.zip', '')}`)
      const file = readdirSync(folder).find(each => /^index\.m?js$/.test(each)) ?? 'index.mjs'
      return [name, { path: join(folder, file), megabytes: sizeOf(folder) / 1e6 }]
    }),
  )
}

/** A function as CDK's NodejsFunction bundles it: minified, as an ES module in one file with a linked source map. */
const plainFunction = (stack: Stack, peer: string): LambdaFunction =>
  new NodejsFunction(stack, `${peer}-plain`, {
    entry: `${repository}test/bench/cold/handlers/${peer}.ts`,
    projectRoot: repository,
    depsLockFilePath: `${repository}pnpm-lock.yaml`,
    runtime: Runtime.NODEJS_24_X,
    bundling: {
      format: OutputFormat.ESM,
      minify: true,
      sourceMap: true,
      sourcesContent: false,
      bundleAwsSDK: true,
      mainFields: ['module', 'main'],
      banner: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
      logLevel: LogLevel.WARNING,
    },
  })

/** Without its source maps, whose size says little of the code. */
const sizeOf = (folder: string): number =>
  readdirSync(folder)
    .filter(file => !file.endsWith('.map'))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
