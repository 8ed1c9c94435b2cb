import type { Node } from 'constructs'
import { BadOption, matchingText, refuseUnknown, textOf } from './context.ts'

/** What a deployer can choose for a stage. `docs/deploy.md` documents each option. */
export interface Options {
  /** Receives the alarms. Null: alarms only show in CloudWatch. */
  alarmEmail: string | null
  /** Reserved concurrency of the API. Null: no limit but the account's. */
  apiConcurrency: number | null
  /** Puts CloudFront in front of the API. It caches GETs for as long as each response allows. */
  cdn: boolean
  /** The address that papers are mailed from. Null: there is no digest. */
  digestFrom: string | null
  /** A table of subscriptions that was left standing or restored, used instead of the digest's own. */
  digestTable: string | null
  /** Custom domain. With `cdn` the certificate must be in us-east-1. */
  domain: { name: string; certificateArn: string } | null
  /** Name of the SSM SecureString with a Hub token. Null: the ingest reads the Hub anonymously. */
  hubTokenParameter: string | null
  /** Address of the Hub, without a trailing slash. */
  hubUrl: string
  /** Dollars a month that the whole account may spend before it is reported. Null: no budget. */
  monthlyBudget: number | null
  /** The status of data beside errors. Null: 294. */
  partialStatus: '200' | '294' | null
  /** Certificate of the domain in the stage's own region, which keeps it there while clients move to CloudFront. */
  regionalCertificateArn: string | null
  /** A new version of the API gets all requests at once, whatever the alarms say: the way out of an outage. */
  urgent: boolean
  /** A web ACL of us-east-1 for CloudFront. Null: no limits per client. */
  webAclArn: string | null
  /** A table restored from a point in time, used instead of the stage's own. */
  restoredTable: string | null
  /** `owner/name` on GitHub. It turns the runbook links in alarms into whole URLs. */
  repository: string | null
}

/** Names that only the app of GitHub's role uses. */
export const gitHubNames = ['oidcProviderArn', 'repositoryOwnerId', 'repositoryId']
/** Every name that `-c` takes. */
export const optionNames = [
  ...['stage', 'alarmEmail', 'apiConcurrency', 'cdn', 'domainName', 'certificateArn', 'hubTokenParameter'],
  ...['hubUrl', 'repository', 'restoredTable', 'digestFrom', 'digestTable', 'monthlyBudget'],
  ...['partialStatus', 'regionalCertificateArn', 'urgent', 'webAclArn', ...gitHubNames],
]

const TABLE_NAME = /^[\w.-]{3,255}$/

/** @throws BadOption naming the first wrong option and what it must be */
export function readOptions(node: Node): Options {
  refuseUnknown(node, optionNames)
  const apiConcurrency = matchingText(
    node,
    'apiConcurrency',
    /^([1-9]\d{0,2}|1000)$/,
    'a whole number from 1 to 1000',
  )
  const cdn = isTrue(node, 'cdn')
  return {
    alarmEmail: matchingText(node, 'alarmEmail', /^[^\s@]+@[^\s@]+$/, 'an e-mail address'),
    apiConcurrency: numberOf(apiConcurrency),
    cdn,
    digestFrom: matchingText(
      node,
      'digestFrom',
      /^[\w.+-]+@([a-z\d-]+\.)+[a-z]{2,}$/,
      'an e-mail address in lower case, of a domain that you own',
    ),
    digestTable: matchingText(node, 'digestTable', TABLE_NAME, 'the name of a DynamoDB table'),
    domain: readDomain(node, cdn),
    hubTokenParameter: matchingText(
      node,
      'hubTokenParameter',
      /^\/[\w.\-/]+$/,
      'the name of an SSM parameter, beginning with a slash',
    ),
    hubUrl:
      matchingText(node, 'hubUrl', /^https?:\/\/\S+[^/\s]$/, 'a URL without a slash at its end') ??
      'https://huggingface.co',
    monthlyBudget: numberOf(
      matchingText(node, 'monthlyBudget', /^[1-9]\d{0,5}$/, 'whole dollars, such as 20'),
    ),
    partialStatus: matchingText(
      node,
      'partialStatus',
      /^(200|294)$/,
      '200 or 294',
    ) as Options['partialStatus'],
    regionalCertificateArn: withCdn(
      node,
      cdn,
      'regionalCertificateArn',
      /^arn:aws[\w-]*:acm:/,
      'the ARN of an ACM certificate',
    ),
    urgent: isTrue(node, 'urgent'),
    webAclArn: withCdn(
      node,
      cdn,
      'webAclArn',
      /^arn:aws[\w-]*:wafv2:us-east-1:\d+:global\/webacl\//,
      'the ARN of a web ACL in us-east-1, as CloudFront takes no other',
    ),
    restoredTable: matchingText(node, 'restoredTable', TABLE_NAME, 'the name of a DynamoDB table'),
    repository: matchingText(node, 'repository', /^[\w.-]+\/[\w.-]+$/, 'owner/name of a GitHub repository'),
  }
}

const isTrue = (node: Node, name: string): boolean =>
  matchingText(node, name, /^(true|false)$/, 'true or false') === 'true'
const numberOf = (text: string | null): number | null => (text === null ? null : Number(text))

/** An option that means nothing without CloudFront. */
function withCdn(node: Node, cdn: boolean, name: string, pattern: RegExp, mustBe: string): string | null {
  const value = matchingText(node, name, pattern, mustBe)
  if (value !== null && !cdn) throw new BadOption(`-c ${name}=${value} needs -c cdn=true as well`)
  return value
}

function readDomain(node: Node, cdn: boolean): Options['domain'] {
  const name = matchingText(
    node,
    'domainName',
    /^([\w-]+\.)+[a-z]{2,}$/i,
    'a host name like papers.example.org',
  )
  const certificateArn = matchingText(
    node,
    'certificateArn',
    cdn ? /^arn:aws[\w-]*:acm:us-east-1:/ : /^arn:aws[\w-]*:acm:/,
    cdn
      ? 'the ARN of an ACM certificate in us-east-1, as CloudFront takes no other'
      : 'the ARN of an ACM certificate',
  )
  if (name && certificateArn) return { name, certificateArn }
  if (name) throw new BadOption(`-c domainName=${name} needs -c certificateArn=… as well`)
  if (certificateArn)
    throw new BadOption(`-c certificateArn=${textOf(node, 'certificateArn')} needs -c domainName=… as well`)
  return null
}
