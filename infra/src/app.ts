import { App, type AppProps, Validations } from 'aws-cdk-lib/core'
import { AwsSolutionsChecks } from 'cdk-nag'
import { readOptions } from './options.ts'
import { rootStack } from './root-stack.ts'
import { readStage } from './stage.ts'

/**
 * The CDK app: one stage of the service, held to cdk-nag's AwsSolutions rules.
 * The stage and the options come from the CDK context (`-c name=value`).
 */
export function createApp(props?: AppProps): App {
  const app = new App(props)
  rootStack(app, readStage(app.node), readOptions(app.node))
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return app
}
