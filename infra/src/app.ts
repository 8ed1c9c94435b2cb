import { App, type AppProps, Validations } from 'aws-cdk-lib/core'
import { AwsSolutionsChecks } from 'cdk-nag'
import { oidcStack } from './github/oidc-stack.ts'
import { readOptions } from './options/options.ts'
import { readStage } from './options/stage.ts'
import { rootStack } from './root-stack.ts'
import { TemplateRules } from './template-rules.ts'

/**
 * The CDK app: one stage of the service. The stage and the options come from the CDK context (`-c name=value`).
 * @throws BadOption when one of them cannot be used
 */
export const createApp = (props?: AppProps): App =>
  heldToRules(props, app => rootStack(app, readStage(app.node), readOptions(app.node)))

/** The CDK app of the role by which GitHub Actions deploy, which is none of a stage. @throws BadOption */
export const createOidcApp = (props?: AppProps): App => heldToRules(props, oidcStack)

/** An app held to cdk-nag's AwsSolutions rules, and its templates to CloudFormation's own, unless that is turned off. */
function heldToRules(props: AppProps | undefined, fill: (app: App) => unknown): App {
  const app = new App(props)
  fill(app)
  const validations = Validations.of(app)
  validations.addPlugins(new AwsSolutionsChecks(app))
  if (props?.builtinCloudFormationValidation !== false) validations.addPlugins(new TemplateRules())
  return app
}
