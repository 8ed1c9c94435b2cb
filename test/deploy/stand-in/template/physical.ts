export const REGION = 'eu-west-1'
export const ACCOUNT = '111122223333'
export const URL_SUFFIX = 'amazonaws.com'

/** What `Ref` and `Fn::GetAtt` of a deployed resource give. */
export interface Physical {
  ref: string
  attributes: Record<string, string>
}

const arn = (service: string, resource: string, region = REGION) =>
  `arn:aws:${service}:${region}:${ACCOUNT}:${resource}`

const named = (name: string): Physical => ({ ref: name, attributes: {} })
const withArn =
  (service: string, kind: string, region = REGION) =>
  (name: string): Physical => ({ ref: name, attributes: { Arn: arn(service, `${kind}${name}`, region) } })

/** How each type of resource is named; a new type needs a line here. */
const types: Record<string, (name: string, properties: Record<string, unknown>) => Physical> = {
  'AWS::ApiGatewayV2::Api': name => ({
    ref: name,
    attributes: { ApiEndpoint: `https://${name}.execute-api.${REGION}.${URL_SUFFIX}` },
  }),
  'AWS::ApiGatewayV2::ApiMapping': named,
  'AWS::ApiGatewayV2::DomainName': (name, { DomainName }) => ({
    ref: String(DomainName),
    attributes: { RegionalDomainName: `${name}.execute-api.${REGION}.${URL_SUFFIX}` },
  }),
  'AWS::ApiGatewayV2::Integration': named,
  'AWS::ApiGatewayV2::Route': named,
  'AWS::ApiGatewayV2::Stage': (_, { StageName }) => named(String(StageName)),
  'AWS::Budgets::Budget': named,
  'AWS::CDK::Metadata': named,
  'AWS::CloudFront::CachePolicy': named,
  'AWS::CloudFront::ResponseHeadersPolicy': named,
  'AWS::CloudFront::Distribution': name => ({
    ref: name,
    attributes: { DomainName: `${name.toLowerCase()}.cloudfront.net` },
  }),
  'AWS::CloudWatch::Alarm': withArn('cloudwatch', 'alarm:'),
  'AWS::CloudWatch::Dashboard': named,
  'AWS::CodeDeploy::Application': named,
  'AWS::CodeDeploy::DeploymentConfig': named,
  'AWS::CodeDeploy::DeploymentGroup': (name, { DeploymentGroupName = name }) =>
    named(String(DeploymentGroupName)),
  'AWS::DynamoDB::Table': withArn('dynamodb', 'table/'),
  'AWS::Events::Rule': withArn('events', 'rule/'),
  'AWS::IAM::OIDCProvider': withArn('iam', 'oidc-provider/', ''),
  'AWS::IAM::Role': withArn('iam', 'role/', ''),
  'AWS::Lambda::Alias': (_, { FunctionName, Name }) =>
    named(arn('lambda', `function:${FunctionName}:${Name}`)),
  'AWS::Lambda::EventInvokeConfig': named,
  'AWS::Lambda::EventSourceMapping': named,
  'AWS::Lambda::Function': withArn('lambda', 'function:'),
  'AWS::Lambda::Permission': named,
  'AWS::Lambda::Version': (name, { FunctionName }) => {
    // CDK puts the hash of the code into the id.
    const Version = String(Number.parseInt(name.slice(-6), 16))
    return { ref: `${arn('lambda', `function:${FunctionName}`)}:${Version}`, attributes: { Version } }
  },
  'AWS::Logs::LogGroup': (name, { LogGroupName = name }) => ({
    ref: String(LogGroupName),
    attributes: { Arn: `${arn('logs', `log-group:${LogGroupName}`)}:*` },
  }),
  'AWS::Logs::MetricFilter': named,
  'AWS::Logs::QueryDefinition': named,
  'AWS::S3::Bucket': name => ({
    ref: name.toLowerCase(),
    attributes: { Arn: `arn:aws:s3:::${name.toLowerCase()}` },
  }),
  'AWS::S3::BucketPolicy': named,
  'AWS::SES::ConfigurationSet': named,
  'AWS::SES::ConfigurationSetEventDestination': named,
  'AWS::SES::EmailIdentity': (name, { EmailIdentity }) => ({
    ref: String(EmailIdentity),
    attributes: Object.fromEntries(
      [1, 2, 3].flatMap(at => [
        [`DkimDNSTokenName${at}`, `${name}${at}._domainkey.${EmailIdentity}`],
        [`DkimDNSTokenValue${at}`, `${name}${at}.dkim.amazonses.com`],
      ]),
    ),
  }),
  'AWS::SNS::Subscription': name => named(arn('sns', name)),
  'AWS::SNS::Topic': name => ({ ref: arn('sns', name), attributes: { TopicArn: arn('sns', name) } }),
  'AWS::SNS::TopicPolicy': named,
  'AWS::SQS::Queue': name => ({
    ref: `https://sqs.${REGION}.${URL_SUFFIX}/${ACCOUNT}/${name}`,
    attributes: { Arn: arn('sqs', name), QueueName: name },
  }),
  'AWS::SQS::QueuePolicy': named,
  'AWS::Scheduler::Schedule': withArn('scheduler', 'schedule/default/'),
}

/** @throws Error when the type is not modelled */
export function physicalOf(type: string, name: string, properties: Record<string, unknown>): Physical {
  if (type.startsWith('Custom::')) return named(name)
  const make = types[type]
  if (!make) throw new Error(`${type} is not modelled: add a line to physical.ts`)
  return make(name, properties)
}

const pseudo: Record<string, string> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
  'AWS::URLSuffix': URL_SUFFIX,
}
export const pseudoParameter = (name: string): string | undefined => pseudo[name]
