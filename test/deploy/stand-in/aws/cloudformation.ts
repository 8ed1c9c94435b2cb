import { ACCOUNT, REGION } from '../template/physical.ts'
import { deleteStack, type Effects, type Stack, updateStack } from '../template/stack.ts'
import { canonical, type Template } from '../template/template.ts'
import { AwsError, type AwsService } from './endpoint.ts'
import { members, queryAnswer } from './xml.ts'

interface StackRecord {
  name: string
  status: string
  reason: string
  template: string
  stack: Stack | null
  parameters: Record<string, string>[]
  tags: Record<string, string>[]
  protected: boolean
  /** What is being done; whoever asks how the stack is waits for its end, as otherwise the CLI would ask every 5 seconds. */
  work: Promise<void>
  changeSets: Map<string, ChangeSet>
  events: { id: string; type: string; status: string; reason: string; at: string }[]
}

interface ChangeSet {
  template: string
  parameters: Record<string, string>[]
  tags: Record<string, string>[]
}

/** By these words the CDK knows that nothing is to be done. */
const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set."

const arnOf = (kind: string, name: string) => `arn:aws:cloudformation:${REGION}:${ACCOUNT}:${kind}/${name}/1`
const nameIn = (given: string) => /:stack\/([^/]+)\//.exec(given)?.[1] ?? given
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** CloudFormation, as the CDK CLI speaks with it: stacks made, changed and deleted by change sets. */
export function cloudFormation(effects: Effects) {
  const records = new Map<string, StackRecord>()
  /** Deleted stacks can still be looked at, by their ARN. */
  const deleted = new Map<string, StackRecord>()

  const tell = (record: StackRecord, status: string, reason = '') => {
    Object.assign(record, { status, reason })
    const at = new Date().toISOString()
    record.events.unshift({
      id: `${record.events.length}`,
      type: 'AWS::CloudFormation::Stack',
      status,
      reason,
      at,
    })
  }

  const execute = async (record: StackRecord, { template, parameters, tags }: ChangeSet) => {
    const [doing, before] = [record.stack ? 'UPDATE' : 'CREATE', record.stack]
    tell(record, `${doing}_IN_PROGRESS`)
    const given = Object.fromEntries(
      parameters.flatMap(({ ParameterKey, ParameterValue }) =>
        ParameterKey && ParameterValue !== undefined ? [[ParameterKey, ParameterValue]] : [],
      ),
    )
    try {
      const wanted: Template = JSON.parse(template)
      record.stack = await updateStack(record.name, wanted, given, before, effects)
      Object.assign(record, { template, parameters, tags })
      tell(record, `${doing}_COMPLETE`)
    } catch (error) {
      tell(record, before ? 'UPDATE_ROLLBACK_COMPLETE' : 'ROLLBACK_COMPLETE', reasonOf(error))
    }
  }

  const remove = async (record: StackRecord) => {
    tell(record, 'DELETE_IN_PROGRESS')
    try {
      if (record.stack) await deleteStack(record.stack, effects)
      tell(record, 'DELETE_COMPLETE')
      records.delete(record.name)
      deleted.set(arnOf('stack', record.name), record)
    } catch (error) {
      tell(record, 'DELETE_FAILED', reasonOf(error))
    }
  }

  const describe = ({ name, status, reason, stack, parameters, tags, ...record }: StackRecord) => ({
    StackId: arnOf('stack', name),
    StackName: name,
    StackStatus: status,
    StackStatusReason: reason || undefined,
    CreationTime: '2026-01-01T00:00:00Z',
    EnableTerminationProtection: record.protected,
    Parameters: parameters,
    Tags: tags,
    Outputs: Object.entries(stack?.outputs ?? {}).map(([OutputKey, OutputValue]) => ({
      OutputKey,
      OutputValue: String(OutputValue),
    })),
  })

  const actions: Record<string, (form: URLSearchParams, record: StackRecord) => object | Promise<object>> = {
    async DescribeStacks(_, record) {
      await record.work
      return { Stacks: [describe(record)] }
    },
    GetTemplate: (_, record) => ({ TemplateBody: record.template }),
    CreateChangeSet(form, record) {
      if (!records.has(record.name)) tell(record, 'REVIEW_IN_PROGRESS')
      records.set(record.name, record)
      const url = form.get('TemplateURL')
      record.changeSets.set(nameOfChangeSet(form), {
        template: url ? JSON.stringify(effects.readTemplate(url)) : (form.get('TemplateBody') ?? ''),
        parameters: members(form, 'Parameters'),
        tags: members(form, 'Tags'),
      })
      return { Id: arnOf('changeSet', nameOfChangeSet(form)), StackId: arnOf('stack', record.name) }
    },
    DescribeChangeSet(form, record) {
      const { template, parameters, tags } = changeSetIn(form, record)
      const changes =
        template !== record.template ||
        canonical(parameters) !== canonical(record.parameters) ||
        canonical(tags) !== canonical(record.tags)
      const Changes = [
        { Type: 'Resource', ResourceChange: { Action: 'Modify', LogicalResourceId: record.name } },
      ]
      return {
        ChangeSetName: nameOfChangeSet(form),
        ChangeSetId: arnOf('changeSet', nameOfChangeSet(form)),
        StackId: arnOf('stack', record.name),
        StackName: record.name,
        ...(changes
          ? { Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE', Changes }
          : { Status: 'FAILED', StatusReason: NO_CHANGES, ExecutionStatus: 'UNAVAILABLE' }),
      }
    },
    ExecuteChangeSet(form, record) {
      const changeSet = changeSetIn(form, record)
      record.changeSets.delete(nameOfChangeSet(form))
      record.work = execute(record, changeSet)
      return {}
    },
    DeleteChangeSet(form, record) {
      record.changeSets.delete(nameOfChangeSet(form))
      return {}
    },
    DescribeStackEvents: (_, record) => ({
      StackEvents: record.events.map(({ id, type, status, reason, at }) => ({
        EventId: `${record.name}-${id}`,
        StackId: arnOf('stack', record.name),
        StackName: record.name,
        LogicalResourceId: record.name,
        ResourceType: type,
        ResourceStatus: status,
        ResourceStatusReason: reason || undefined,
        Timestamp: at,
      })),
    }),
    ListStackResources: (_, record) => ({
      StackResourceSummaries: summaries(record),
    }),
    UpdateTerminationProtection(form, record) {
      record.protected = form.get('EnableTerminationProtection') === 'true'
      return { StackId: arnOf('stack', record.name) }
    },
    DeleteStack(_, record) {
      if (record.protected)
        throw new AwsError(
          'ValidationError',
          `Stack [${record.name}] cannot be deleted while TerminationProtection is enabled`,
        )
      record.work = remove(record)
      return {}
    },
  }

  const service: AwsService = async ({ body }) => {
    const form = new URLSearchParams(body.toString())
    const action = form.get('Action') ?? ''
    const run = actions[action]
    if (!run) throw new AwsError('InvalidAction', `${action} is not modelled: add it to cloudformation.ts`)
    const given = form.get('StackName') ?? ''
    const name = nameIn(given)
    const record = records.get(name) ?? deleted.get(given)
    if (!record && action !== 'CreateChangeSet')
      throw new AwsError('ValidationError', `Stack with id ${name} does not exist`)
    return queryAnswer(action, { ...(await run(form, record ?? newRecord(name))) })
  }
  return {
    service,
    outputsOf: (name: string) => records.get(name)?.stack?.outputs ?? {},
    tagsOf: (name: string) => records.get(name)?.tags ?? [],
  }
}

const nameOfChangeSet = (form: URLSearchParams) =>
  /:changeSet\/([^/]+)\//.exec(form.get('ChangeSetName') ?? '')?.[1] ?? form.get('ChangeSetName') ?? ''

function changeSetIn(form: URLSearchParams, { changeSets }: StackRecord): ChangeSet {
  const found = changeSets.get(nameOfChangeSet(form))
  if (!found) throw new AwsError('ChangeSetNotFound', `no change set ${nameOfChangeSet(form)}`, 404)
  return found
}

const newRecord = (name: string): StackRecord => ({
  name,
  status: '',
  reason: '',
  template: '{}',
  stack: null,
  parameters: [],
  tags: [],
  protected: false,
  work: Promise.resolve(),
  changeSets: new Map(),
  events: [],
})

const summaries = ({ stack }: StackRecord) =>
  [...(stack?.resources.values() ?? [])].map(({ id, ref, type }) => ({
    LogicalResourceId: id,
    PhysicalResourceId: ref,
    ResourceType: type,
    ResourceStatus: 'CREATE_COMPLETE',
    LastUpdatedTimestamp: '2026-01-01T00:00:00Z',
  }))
