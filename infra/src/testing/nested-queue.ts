import { CfnQueue } from 'aws-cdk-lib/aws-sqs'
import { App, NestedStack, Stack, Validations } from 'aws-cdk-lib/core'
import { TemplateRules } from '../template-rules.ts'

/** Synthesizes a queue with a property in a nested stack, with the template rules. */
export function synthesizeNestedQueue(property: string, value: unknown): void {
  const app = new App({ context: { '@aws-cdk/core:validateAgainstDefaultRules': true } })
  const nested = new NestedStack(new Stack(app, 'Root'), 'Nested')
  new CfnQueue(nested, 'Queue').addPropertyOverride(property, value)
  Validations.of(app).addPlugins(new TemplateRules())
  app.synth()
}
