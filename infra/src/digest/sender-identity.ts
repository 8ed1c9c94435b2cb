import { EventBus, Rule } from 'aws-cdk-lib/aws-events'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import {
  ConfigurationSet,
  ConfigurationSetEventDestination,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import type { Construct } from 'constructs'

export interface SenderIdentity {
  identity: EmailIdentity
  configurationSet: ConfigurationSet
  /** Matches the reports of bounces, complaints and deliveries. */
  reports: Rule
  /** Permission to send from this address and no other. */
  sends: PolicyStatement
}

/** The domain that mails come from, and SES's reports on them. */
export function senderIdentity(scope: Construct, from: string): SenderIdentity {
  const configurationSet = new ConfigurationSet(scope, 'Mails', {
    reputationMetrics: true,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  })
  const identity = new EmailIdentity(scope, 'Sender', {
    identity: Identity.domain(from.slice(from.indexOf('@') + 1)),
    configurationSet,
  })
  new ConfigurationSetEventDestination(scope, 'Reports', {
    configurationSet,
    events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.DELIVERY],
    // SES can only report to the default bus.
    destination: EventDestination.eventBus(EventBus.fromEventBusName(scope, 'DefaultBus', 'default')),
  })
  const reports = new Rule(scope, 'ReportsOfMails', {
    description: 'Bounces, complaints and deliveries of the digest, from SES',
    eventPattern: {
      source: ['aws.ses'],
      detail: { mail: { tags: { 'ses:configuration-set': [configurationSet.configurationSetName] } } },
    },
  })
  // SES wants this action where a mail comes as MIME, and asks it of both resources.
  const sends = new PolicyStatement({
    actions: ['ses:SendRawEmail'],
    resources: [identity.emailIdentityArn, configurationSetArn(identity, configurationSet)],
    conditions: { StringEquals: { 'ses:FromAddress': from } },
  })
  return { identity, configurationSet, reports, sends }
}

const configurationSetArn = (identity: EmailIdentity, { configurationSetName }: ConfigurationSet): string =>
  identity.stack.formatArn({
    service: 'ses',
    resource: 'configuration-set',
    resourceName: configurationSetName,
  })
