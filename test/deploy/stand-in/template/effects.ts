import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
} from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Objects } from '../aws/bucket.ts'
import type { CodeDeploy } from '../aws/codedeploy.ts'
import type { CustomResources } from '../aws/custom-resources.ts'
import { checkSchedule } from '../aws/scheduler.ts'
import type { Aliases } from '../lambda/aliases.ts'
import type { Functions } from '../lambda/functions.ts'
import type { Deployed, Inventory } from './deployed.ts'
import type { Effects } from './stack.ts'
import { canonical, type Template } from './template.ts'

interface EffectsOptions {
  inventory: Inventory
  functions: Functions
  aliases: Aliases
  codeDeploy: CodeDeploy
  customResources: CustomResources
  objects: Objects
  parameters: Map<string, string>
  limits: { concurrency: number }
  /** Of the engine. */
  client: DynamoDBDocumentClient
}

interface Effect {
  created?(resource: Deployed): Promise<unknown> | unknown
  changed?(resource: Deployed, before: Record<string, unknown>): Promise<unknown> | unknown
  deleted?(resource: Deployed): Promise<unknown> | unknown
}

const IN_THE_ENGINE = ['AttributeDefinitions', 'KeySchema', 'GlobalSecondaryIndexes', 'BillingMode'] as const

/** What a type of resource does in the account beyond standing there. */
export function createEffects(options: EffectsOptions): Effects {
  const { inventory, functions, aliases, codeDeploy, customResources, objects, parameters, limits, client } =
    options

  const ofTypes: Record<string, Effect> = {
    'AWS::DynamoDB::Table': {
      created: ({ ref, properties }) => client.send(new CreateTableCommand(tableInput(ref, properties))),
      changed({ id, properties }, before) {
        if (canonical(tableInput(id, properties)) !== canonical(tableInput(id, before)))
          throw new Error(`${id}: a change of keys and indexes is not modelled`)
      },
      deleted({ id, ref, properties }) {
        if (properties.DeletionProtectionEnabled) throw new Error(`${id} is protected from deletion`)
        return client.send(new DeleteTableCommand({ TableName: ref }))
      },
    },
    'AWS::S3::Bucket': {
      deleted({ id, ref }) {
        if ([...objects.keys()].some(name => name.startsWith(`${ref}/`)))
          throw new Error(`${id}: the bucket is not empty, every version in it must be deleted before`)
      },
    },
    'AWS::Scheduler::Schedule': {
      created: ({ properties }) => checkSchedule(String(properties.ScheduleExpression)),
      changed: ({ properties }) => checkSchedule(String(properties.ScheduleExpression)),
    },
    'AWS::Lambda::Version': {
      created: aliases.publish,
      deleted: version => functions.stop(aliases.codeOf(version)),
    },
    'AWS::Lambda::Alias': { changed: codeDeploy.shift },
    'AWS::Lambda::Function': {
      created({ id, properties }) {
        const { S3Bucket, S3Key } = properties.Code as { S3Bucket: string; S3Key: string }
        if (!objects.has(`${S3Bucket}/${S3Key}`))
          throw new Error(`${id}: the code ${S3Key} was not uploaded to ${S3Bucket}`)
        checkReserved(properties, limits.concurrency)
      },
      changed(fn) {
        checkReserved(fn.properties, limits.concurrency)
        return functions.stop(fn)
      },
      deleted: fn => functions.stop(fn),
    },
  }
  const custom: Effect = {
    created: resource => customResources.tell('Create', resource),
    changed: (resource, before) => customResources.tell('Update', resource, before),
    deleted: resource => customResources.tell('Delete', resource),
  }
  const of = (type: string): Effect => (type.startsWith('Custom::') ? custom : (ofTypes[type] ?? {}))

  return {
    inventory,
    readTemplate(url) {
      const found = objects.get(new URL(url).pathname.slice(1))
      if (!found) throw new Error(`there is no template at ${url}`)
      return JSON.parse(found.toString()) as Template
    },
    readParameter: name => parameters.get(name) ?? `{{resolve:ssm:${name}}}`,
    created: async resource => void (await of(resource.type).created?.(resource)),
    changed: async (resource, before) => void (await of(resource.type).changed?.(resource, before)),
    deleted: async resource => void (await of(resource.type).deleted?.(resource)),
  }
}

/** Of the instances that an account has at once, 100 cannot be reserved. */
function checkReserved(
  { ReservedConcurrentExecutions = 0 }: Record<string, unknown>,
  concurrency: number,
): void {
  const least = Math.min(100, concurrency)
  if (Number(ReservedConcurrentExecutions) > concurrency - least)
    throw new Error(
      `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${least}]`,
    )
}

/** What an engine needs to know of a table; its billing and safety are AWS's business. */
export function tableInput(TableName: string, properties: Record<string, unknown>): CreateTableCommandInput {
  const known = Object.fromEntries(IN_THE_ENGINE.map(name => [name, properties[name]]))
  const indexes = ((properties.GlobalSecondaryIndexes ?? []) as Record<string, unknown>[]).map(
    ({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }),
  )
  return {
    ...known,
    TableName,
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
  } as CreateTableCommandInput
}
