import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import { Duration } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import { lambdaFunction } from '../lambda/lambda-function.ts'
import { schedulerRole } from '../lambda/scheduler-role.ts'
import type { Stage } from '../options/stage.ts'

/** Enough that a new version with half of the requests answers some of them. */
const TIMES = 8

/** Asks the API's health every five minutes as a client would, so that a stage without readers is watched too. */
export function probe(scope: Construct, stage: Stage, apiUrl: string): LambdaFunction {
  const own = new Construct(scope, 'Probe')
  const prober = lambdaFunction(scope, 'Prober', stage, {
    description: 'Asks whether the API answers',
    entry: 'infra/functions/probe-handler.ts',
    environment: {},
    memoryMiB: 256,
    timeout: Duration.seconds(15),
    may: [],
  })
  // A second try would hide an outage.
  prober.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(5) })
  new Schedule(own, 'FiveMinutes', {
    description: 'Asks whether the API answers, every five minutes',
    schedule: ScheduleExpression.rate(Duration.minutes(5)),
    target: new LambdaInvoke(prober, {
      input: ScheduleTargetInput.fromObject({
        url: `${apiUrl}/health`,
        times: stage.rollsBack ? TIMES : 1,
      }),
      retryAttempts: 0,
      maxEventAge: Duration.minutes(1),
      role: schedulerRole(own, prober),
    }),
  })
  return prober
}
