import { runSimulation } from '@cloud-copilot/iam-simulate'
import type { Deployed, Inventory } from '../template/deployed.ts'
import { ACCOUNT } from '../template/physical.ts'
import { AwsError } from './endpoint.ts'

/** A call that was made with a role. */
export interface Call {
  /** The role's logical id. */
  role: string
  action: string
  resource: string
  /** Whether our code made it, or a service that acts with the role. */
  by: 'code' | 'service'
  allowed: boolean
}

interface Statement {
  Effect: string
  Action: string | string[]
  Resource: string | string[]
}
interface Policy {
  PolicyName: string
  PolicyDocument: { Statement: Statement[] }
}

function policiesOf({ id, properties }: Deployed): Policy[] {
  if (properties.ManagedPolicyArns)
    throw new Error(`${id} has a managed policy, which is wider than any need`)
  return (properties.Policies ?? []) as Policy[]
}

/** What a role may do: each action on each resource. */
const permitted = (role: Deployed): { action: string; resource: string }[] =>
  policiesOf(role)
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action, Resource }) =>
      [Action].flat().flatMap(action => [Resource].flat().map(resource => ({ action, resource }))),
    )

/** The policy that a bucket itself has; undefined when it has none. */
export const bucketPolicy = (inventory: Inventory, bucket: string): Deployed | undefined =>
  inventory.all('AWS::S3::BucketPolicy').find(({ properties }) => properties.Bucket === bucket)

/** Whether a pattern with stars, as in a policy or a permission, covers a text. */
export const matches = (pattern: string, text: string) =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  ).test(text)

/** Judges calls by the policies of the role they are made with, as IAM does, and keeps a ledger of them. */
export function createJudge(inventory: Inventory) {
  const calls: Call[] = []
  const roleOfKey = new Map<string, string>()
  const judged = new Map<string, Promise<boolean>>()

  const isAllowed = async (
    role: Deployed,
    action: string,
    resource: string,
    resourcePolicy: unknown,
    context: Record<string, string>,
  ): Promise<boolean> => {
    const result = await runSimulation(
      {
        request: {
          principal: `arn:aws:sts::${ACCOUNT}:assumed-role/${role.ref}/session`,
          action,
          resource: { resource, accountId: ACCOUNT },
          // Loopback stands for TLS.
          contextVariables: { 'aws:SecureTransport': 'true', ...context },
        },
        identityPolicies: policiesOf(role).map(({ PolicyName: name, PolicyDocument: policy }) => ({
          name,
          policy,
        })),
        serviceControlPolicies: [],
        resourceControlPolicies: [],
        resourcePolicy,
      },
      {},
    )
    // It cannot tell an alias of a function from a version by their ARNs, and then what is written has to do.
    if (JSON.stringify(result).includes('multiple.resource.types'))
      return permitted(role).some(each => matches(each.action, action) && matches(each.resource, resource))
    if (result.resultType === 'error') throw new Error(`${role.id}: ${JSON.stringify(result.errors)}`)
    return result.overallResult === 'Allowed'
  }

  const judge = async (
    roleArn: unknown,
    action: string,
    resource: string,
    by: Call['by'],
    context: Record<string, string> = {},
  ): Promise<void> => {
    const role = inventory.get('AWS::IAM::Role', roleArn)
    const [, bucket] = /^arn:aws:s3:::([^/]+)/.exec(resource) ?? []
    const policy = bucket && bucketPolicy(inventory, bucket)?.properties.PolicyDocument
    const key = `${role.ref} ${action} ${resource} ${policy ? JSON.stringify(policy) : ''} ${JSON.stringify(context)}`
    if (!judged.has(key)) judged.set(key, isAllowed(role, action, resource, policy || undefined, context))
    const allowed = (await judged.get(key)) ?? false
    calls.push({ role: role.id, action, resource, by, allowed })
    if (!allowed) {
      throw new AwsError(
        'AccessDeniedException',
        `User: arn:aws:sts::${ACCOUNT}:assumed-role/${role.ref}/session is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
      )
    }
  }

  return {
    calls,
    judge,
    /** An access key with which calls are made with a role. */
    keyOf(roleArn: string): string {
      const key = `ASIA${roleOfKey.size}`
      roleOfKey.set(key, roleArn)
      return key
    },
    hasRole: (accessKeyId: string): boolean => roleOfKey.has(accessKeyId),
    /** Judges a call of our code by the role whose key it is signed with. */
    async judgeKey(
      accessKeyId: string,
      action: string,
      resource: string,
      context: Record<string, string> = {},
    ): Promise<void> {
      const role = roleOfKey.get(accessKeyId)
      if (!role) throw new AwsError('UnrecognizedClientException', 'The security token is invalid.')
      await judge(role, action, resource, 'code', context)
    },
    /** What roles were refused. */
    usedButNotPermitted: (): string[] => distinct(calls.filter(({ allowed }) => !allowed).map(line)),
    /** What roles may do and nobody did. */
    permittedButNeverUsed(): string[] {
      const unused = inventory.all('AWS::IAM::Role').flatMap(role =>
        permitted(role)
          .filter(
            ({ action, resource }) =>
              !calls.some(
                call =>
                  call.role === role.id && matches(action, call.action) && matches(resource, call.resource),
              ),
          )
          .map(({ action, resource }) => line({ role: role.id, action, resource })),
      )
      return distinct(unused)
    },
  }
}

export type Judge = ReturnType<typeof createJudge>

const distinct = (lines: string[]): string[] => [...new Set(lines)].sort()
/** Ids without the hash that CDK puts behind them, and of a resource its last part. */
const line = ({ role, action, resource }: Pick<Call, 'role' | 'action' | 'resource'>): string =>
  `${role.replace(/[0-9A-F]{8}$/, '')}: ${action} on ${nameOf(resource)}`
const nameOf = (arn: string): string =>
  arn
    .split(':')
    .slice(5)
    .join(':')
    .replace(/[0-9A-F]{8}(?![0-9A-F])/g, '')
    .replace(/DailyPapers-\w+-\w+?(Stack|NestedStackResource)-/g, '') || arn
