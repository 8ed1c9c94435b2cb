import { CodeDeployClient, PutLifecycleEventHookExecutionStatusCommand } from '@aws-sdk/client-codedeploy'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { needsValues } from '@daily-papers/api/graphiql/example.ts'
import { examples } from '@daily-papers/api/graphiql/examples.ts'
import { readEnv } from './env.ts'
import { failures } from './failures.ts'

interface HookEvent {
  DeploymentId: string
  LifecycleEventHookExecutionId: string
}

const { NEW_VERSION } = readEnv()
const asked = examples.filter(example => !needsValues(example))
const [lambda, codeDeploy] = [new LambdaClient({}), new CodeDeployClient({})]

/** CodeDeploy's hook before traffic shifts: asks the new version every example that needs no values, and says whether it may get traffic. */
export async function handler({ DeploymentId, LifecycleEventHookExecutionId }: HookEvent): Promise<void> {
  const invoke = async (event: unknown): Promise<unknown> => {
    const Payload = JSON.stringify(event)
    const { Payload: answer, FunctionError } = await lambda.send(
      new InvokeCommand({ FunctionName: NEW_VERSION, Payload }),
    )
    const text = Buffer.from(answer ?? []).toString()
    if (FunctionError) throw new Error(text)
    return JSON.parse(text)
  }
  const failed = await failures(asked, invoke)
  for (const failure of failed)
    process.stderr.write(`${JSON.stringify({ level: 'ERROR', message: failure })}\n`)
  await codeDeploy.send(
    new PutLifecycleEventHookExecutionStatusCommand({
      deploymentId: DeploymentId,
      lifecycleEventHookExecutionId: LifecycleEventHookExecutionId,
      status: failed.length > 0 ? 'Failed' : 'Succeeded',
    }),
  )
}
