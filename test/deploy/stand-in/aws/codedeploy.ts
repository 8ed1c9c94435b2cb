import type { Aliases } from '../lambda/aliases.ts'
import type { Functions } from '../lambda/functions.ts'
import type { Deployed, Inventory } from '../template/deployed.ts'
import { ACCOUNT, REGION } from '../template/physical.ts'
import { AwsError, type AwsService } from './endpoint.ts'
import type { Judge } from './judge.ts'
import { fire } from './scheduler.ts'
import type { Queues } from './sqs.ts'

interface CodeDeployOptions {
  inventory: Inventory
  functions: Functions
  aliases: Aliases
  judge: Judge
  queues: Queues
}

interface UpdatePolicy {
  DeploymentGroupName: string
  BeforeAllowTrafficHook: string
}

interface Metric {
  Namespace?: string
  MetricName?: string
  Dimensions?: { Name: string; Value: string }[]
  DatapointsToAlarm?: number
}

/** CodeDeploy moves an alias to a new version: after a hook allows it, by halves, and back when an alarm is raised. */
export function createCodeDeploy({ inventory, functions, aliases, judge, queues }: CodeDeployOptions) {
  const told = new Map<string, string>()
  const inProgress = new Set<string>()

  const service: AwsService = async ({ headers, body, accessKeyId }) => {
    const operation = String(headers['x-amz-target']).split('.')[1]
    if (operation !== 'PutLifecycleEventHookExecutionStatus')
      throw new AwsError('InvalidAction', `no ${operation}`)
    const { deploymentId, lifecycleEventHookExecutionId: id, status } = JSON.parse(body.toString())
    if (!inProgress.has(deploymentId))
      throw new AwsError('DeploymentDoesNotExistException', `there is no deployment ${deploymentId}`)
    await judge.judgeKey(accessKeyId, `codedeploy:${operation}`, '*')
    told.set(id, status)
    return { body: JSON.stringify({ lifecycleEventHookExecutionId: id }) }
  }

  /** What schedules do every few minutes while half of the requests go to the new version. */
  const passMinutes = async (minutes: number): Promise<void> => {
    for (const schedule of inventory.all('AWS::Scheduler::Schedule')) {
      const [, each] = /^rate\((\d+) minutes\)$/.exec(String(schedule.properties.ScheduleExpression)) ?? []
      for (let passed = Number(each ?? Number.NaN); passed <= minutes; passed += Number(each))
        await fire(schedule, new Date().toISOString(), { judge, functions, queues })
    }
  }

  /** Functions that alarms of errors watch, with the errors that each may have. Nothing feeds other metrics here. */
  const errorsWatched = (group: Deployed): { name: string; bearable: number }[] => {
    const { Alarms = [] } = (group.properties.AlarmConfiguration ?? {}) as { Alarms?: { Name: string }[] }
    return Alarms.flatMap(({ Name }) => {
      const alarm: Metric = inventory.get('AWS::CloudWatch::Alarm', Name).properties
      const [dimension] = alarm.Dimensions ?? []
      if (alarm.Namespace !== 'AWS/Lambda' || alarm.MetricName !== 'Errors' || !dimension) return []
      const before = functions.errorsOf(dimension.Value)
      return [{ name: dimension.Value, bearable: before + (alarm.DatapointsToAlarm ?? 1) - 1 }]
    })
  }

  const tryOut = async (alias: Deployed, versions: [unknown, unknown], policy: UpdatePolicy) => {
    const group = inventory.get('AWS::CodeDeploy::DeploymentGroup', policy.DeploymentGroupName)
    const { ServiceRoleArn: role, DeploymentConfigName } = group.properties
    const does = (action: string, resource: string) => judge.judge(role, action, resource, 'service')
    const functionArn = alias.ref.split(':').slice(0, 7).join(':')
    await does('lambda:GetAlias', functionArn)
    await does('lambda:GetProvisionedConcurrencyConfig', alias.ref)

    const hook = functions.find(policy.BeforeAllowTrafficHook)
    await does('lambda:InvokeFunction', hook.attributes.Arn ?? '')
    const [DeploymentId, LifecycleEventHookExecutionId] = [crypto.randomUUID(), crypto.randomUUID()]
    inProgress.add(DeploymentId)
    await functions.invoke(hook.ref, { DeploymentId, LifecycleEventHookExecutionId })
    if (told.get(LifecycleEventHookExecutionId) !== 'Succeeded')
      throw new Error(`${alias.id}: BeforeAllowTraffic failed`)

    const watched = errorsWatched(group)
    await does('lambda:UpdateAlias', functionArn)
    await does('cloudwatch:DescribeAlarms', `arn:aws:cloudwatch:${REGION}:${ACCOUNT}:alarm:*`)
    aliases.hold(alias, versions)
    // Those of AWS itself shift all requests at once, as far as they are used here.
    const config = inventory.find('AWS::CodeDeploy::DeploymentConfig', DeploymentConfigName)
    const { TimeBasedCanary } = (config?.properties.TrafficRoutingConfig ?? {}) as {
      TimeBasedCanary?: { CanaryInterval: number }
    }
    await passMinutes(TimeBasedCanary?.CanaryInterval ?? 0)
    if (watched.some(({ name, bearable }) => functions.errorsOf(name) > bearable))
      throw new Error(`${alias.id}: an alarm was raised`)
  }

  return {
    service,
    /** @throws Error when the new version is refused; the alias then leads to the old one */
    async shift(alias: Deployed, before: Record<string, unknown>): Promise<void> {
      const policy = alias.updatePolicy.CodeDeployLambdaAliasUpdate as UpdatePolicy | undefined
      const [from, to] = [before.FunctionVersion, alias.properties.FunctionVersion]
      if (!policy || from === to) return
      aliases.hold(alias, [from])
      try {
        await tryOut(alias, [from, to], policy)
      } catch (error) {
        alias.properties = before
        throw error
      } finally {
        aliases.hold(alias, [])
      }
    },
  }
}

export type CodeDeploy = ReturnType<typeof createCodeDeploy>
