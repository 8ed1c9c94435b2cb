import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { type App, Stack } from 'aws-cdk-lib/core'
import { createApp } from '../app.ts'

export interface Resource {
  /** Path of its stack in the app. */
  stack: string
  id: string
  type: string
  properties: Record<string, unknown>
  deletionPolicy: string | null
}

export interface Synthesized {
  /** All resources of a type, in all stacks. */
  all(type?: string): Resource[]
  /** The only resource of its type whose id begins so. */
  one(type: string, idStart?: string): Resource
  outputs: Record<string, { Value: unknown }>
  /** What cdk-nag found and nobody acknowledged. */
  findings: unknown[]
}

const { context } = JSON.parse(readFileSync(new URL('../../../cdk.json', import.meta.url), 'utf8'))

const templatesOf = (app: App) =>
  app.node
    .findAll()
    .filter(construct => Stack.isStack(construct))
    .map(stack => ({ stack: stack.node.path, template: Template.fromStack(stack).toJSON() }))

/** All resources of an app, in all stacks. */
export const resourcesOf = (app: App): Resource[] =>
  templatesOf(app).flatMap(({ stack, template: { Resources = {} } }) =>
    Object.entries<Record<string, never>>(Resources).map(([id, resource]) => ({
      stack,
      id,
      type: resource.Type ?? '',
      properties: resource.Properties ?? {},
      deletionPolicy: resource.DeletionPolicy ?? null,
    })),
  )

/** The app as the CLI synthesizes it with these options, without bundled code. */
export function synthesized(options: Record<string, string> = {}): Synthesized {
  const app = createApp({
    context: { ...context, ...options, 'aws:cdk:bundling-stacks': [] },
    // It takes seconds to load. `cdk synth` has it on.
    builtinCloudFormationValidation: false,
  })
  const { directory } = app.synth()
  const templates = templatesOf(app)
  const resources = resourcesOf(app)
  const all = (type?: string) => resources.filter(resource => type === undefined || resource.type === type)
  return {
    all,
    one(type, idStart = '') {
      const [found, ...more] = all(type).filter(({ id }) => id.startsWith(idStart))
      if (!found || more.length) throw new Error(`${found ? 'several' : 'no'} ${type} ${idStart}`)
      return found
    },
    outputs: templates[0]?.template.Outputs ?? {},
    findings: JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8')).pluginReports,
  }
}

interface Statement {
  Action: string | string[]
  Resource: unknown
}

/** The statements of a role's inline policies. */
export function statementsOf({ properties }: Resource): Statement[] {
  const policies = (properties.Policies ?? []) as { PolicyDocument: { Statement: Statement[] } }[]
  return policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
}
