import type { Node } from 'constructs'
import { matchingText, textOf } from './context.ts'

/** What a deployer may add to a stage; `docs/deploy.md` tells of each. */
export interface Options {
  /** Where alarms go. Null: alarms only show in CloudWatch. */
  alarmEmail: string | null
  /** CloudFront in front of the API, caching GETs for as long as each answer allows. */
  cdn: boolean
  /** A host name of one's own. With `cdn`, the certificate must be in us-east-1. */
  domain: { name: string; certificateArn: string } | null
  /** Name of the SSM SecureString that holds a Hub token. Null: the Hub is read without one. */
  hubTokenParameter: string | null
  /** Where the feed is read, without a slash at the end. */
  hubUrl: string
  /** A table brought back from a point in time, to be used in place of the stage's own. */
  restoredTable: string | null
  /** `owner/name` on GitHub, which turns the runbook links in alarms into whole URLs. */
  repository: string | null
}

/** @throws Error naming the first option that cannot be used, and what it must be */
export function readOptions(node: Node): Options {
  return {
    alarmEmail: matchingText(node, 'alarmEmail', /^[^\s@]+@[^\s@]+$/, 'an e-mail address'),
    cdn: matchingText(node, 'cdn', /^(true|false)$/, 'true or false') === 'true',
    domain: readDomain(node),
    hubTokenParameter: matchingText(
      node,
      'hubTokenParameter',
      /^\/[\w.\-/]+$/,
      'the name of an SSM parameter, beginning with a slash',
    ),
    hubUrl:
      matchingText(node, 'hubUrl', /^https?:\/\/\S+[^/\s]$/, 'a URL without a slash at its end') ??
      'https://huggingface.co',
    restoredTable: matchingText(node, 'restoredTable', /^[\w.-]{3,255}$/, 'the name of a DynamoDB table'),
    repository: matchingText(node, 'repository', /^[\w.-]+\/[\w.-]+$/, 'owner/name of a GitHub repository'),
  }
}

function readDomain(node: Node): Options['domain'] {
  const name = matchingText(
    node,
    'domainName',
    /^([\w-]+\.)+[a-z]{2,}$/i,
    'a host name like papers.example.org',
  )
  const certificateArn = matchingText(
    node,
    'certificateArn',
    /^arn:aws[\w-]*:acm:/,
    'the ARN of an ACM certificate',
  )
  if (name && certificateArn) return { name, certificateArn }
  if (name) throw new Error(`-c domainName=${name} needs -c certificateArn=… as well`)
  if (certificateArn)
    throw new Error(`-c certificateArn=${textOf(node, 'certificateArn')} needs -c domainName=… as well`)
  return null
}
