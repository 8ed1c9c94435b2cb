import { dirname, join } from 'node:path'
import {
  CloudFormationValidatePlugin,
  type IPolicyValidationContext,
  NestedStack,
  type PolicyValidationPluginReport,
} from 'aws-cdk-lib/core'

/** CDK's template validator. By itself it skips nested stacks, which hold nearly all resources. */
export class TemplateRules extends CloudFormationValidatePlugin {
  override validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const [root] = context.stackTemplates
    if (!root) return super.validate(context)
    const nested = context.appConstruct.node
      .findAll()
      .filter(construct => construct instanceof NestedStack)
      .map(({ node, templateFile }) => ({
        ...root,
        stackConstructPath: node.path,
        templatePath: join(dirname(root.templatePath), templateFile),
      }))
    return super.validate({ ...context, stackTemplates: [...context.stackTemplates, ...nested] })
  }
}
