import { App, type AppProps, Validations } from 'aws-cdk-lib/core'
import { AwsSolutionsChecks } from 'cdk-nag'
import { oidcStack } from './github/oidc-stack.ts'
import { readOptions } from './options/options.ts'
import { readStage } from './options/stage.ts'
import { rootStack } from './root-stack.ts'
import { TemplateRules } from './template-rules.ts'

/**
 * The CDK app of one stage. The stage and its options come from the CDK context (`-c name=value`).
 * @throws BadOption when one of them is wrong
 */
export const createApp = (props?: AppProps): App =>
  heldToRules(props, app => rootStack(app, readStage(app.node), readOptions(app.node)))

/** The CDK app of the role that GitHub Actions deploy with. @throws BadOption */
export const createOidcApp = (props?: AppProps): App => heldToRules(props, oidcStack)

/** An app that is checked against cdk-nag's AwsSolutions rules and, unless turned off, CloudFormation's own. */
function heldToRules(props: AppProps | undefined, fill: (app: App) => unknown): App {
  const app = new App(props)
  fill(app)
  const validations = Validations.of(app)
  validations.addPlugins(new AwsSolutionsChecks(app))
  if (props?.builtinCloudFormationValidation !== false) validations.addPlugins(new TemplateRules())
  return app
}
