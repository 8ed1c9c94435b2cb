/** Each takes the app as it is, breaks one thing, and shows that the proof tells of it. */
import { expect, onTestFinished, test } from 'vitest'
import type { Assembly } from './assembly.ts'
import type { Account } from './stand-in/account.ts'
import type { Template, TemplateResource } from './stand-in/template/template.ts'
import { replaced, withApiCode } from './system/changed.ts'
import { ask, assembly, deployed, NOW } from './system/system.ts'

type Properties = Record<string, unknown>
type NestedStack = 'Data' | 'Ingest' | 'Api'

/** The app without its first papers, which most of these need not wait for. */
const quiet = (): Assembly =>
  replaced(assembly(), 'Ingest Nested Stack', content => {
    const template: Template = JSON.parse(content.toString())
    delete template.Resources.FirstPapers
    return Buffer.from(JSON.stringify(template))
  })

/** The app with one resource changed. */
const changed = (
  stack: NestedStack,
  [type, idStart]: [string, string],
  change: (properties: Properties, resource: TemplateResource) => void,
  app = quiet(),
): Assembly =>
  replaced(app, `${stack} Nested Stack`, content => {
    const template: Template = JSON.parse(content.toString())
    const found = Object.entries(template.Resources).find(
      ([id, { Type }]) => Type === type && id.startsWith(idStart),
    )
    if (!found) throw new Error(`no ${type} ${idStart}`)
    found[1].Properties ??= {}
    change(found[1].Properties, found[1])
    return Buffer.from(JSON.stringify(template))
  })

const withCode = (change: (code: string) => string): Assembly => withApiCode(quiet(), change)

async function run(broken: Assembly): Promise<Account> {
  const account = await deployed(broken)
  onTestFinished(() => account.close())
  return account
}

interface Statement {
  Action: string | string[]
  Resource: unknown
}
const statementsIn = (properties: Properties): Statement[] =>
  (properties.Policies as { PolicyDocument: { Statement: Statement[] } }[]).flatMap(
    ({ PolicyDocument }) => PolicyDocument.Statement,
  )
const without = (action: string) => (properties: Properties) => {
  for (const statement of statementsIn(properties))
    statement.Action = [statement.Action].flat().filter(each => each !== action)
}
const variablesIn = (properties: Properties) =>
  (properties.Environment as { Variables: Record<string, unknown> }).Variables

const newest = '{ papers(orderBy: { field: PUBLISHED_AT }, first: 1) { nodes { title } } }'
const byRef = '{ papersByRef(refs: ["2503.02130"]) { title } }'
/** What a reader is told, and what the log of the functions says. */
async function readerOf(account: Account, query = newest) {
  const api = await account.serve()
  onTestFinished(() => api.close())
  return { answer: await ask(api.url, query), log: await account.functions.log() }
}

test('the app unbroken answers', async () => {
  const { answer } = await readerOf(await run(quiet()))
  expect(answer).toMatchObject({ data: { papers: { nodes: [] } } })
})

test.each([
  ['dynamodb:Query', newest],
  ['dynamodb:BatchGetItem', byRef],
])('a missing grant: the API may not %s', async (action, query) => {
  const account = await run(changed('Api', ['AWS::IAM::Role', 'Api'], without(action)))
  const { answer, log } = await readerOf(account, query)
  expect(answer.errors).toHaveLength(1)
  expect(log).toContain(`is not authorized to perform: ${action}`)
  expect(account.judge.usedButNotPermitted().join()).toContain(`ApiRole: ${action}`)
})

test('a missing grant: the ingest may not write, so its run ends among the failed', async () => {
  const account = await run(
    changed('Ingest', ['AWS::IAM::Role', 'Refresher'], without('dynamodb:BatchWriteItem')),
  )
  await account.fire(account.inventory.one('AWS::Scheduler::Schedule', 'Hourly'), NOW)
  const failed = account.inventory.one('AWS::SQS::Queue', 'FailedRuns').attributes.Arn ?? ''
  expect(account.queues.of(failed)[0]?.body).toContain('not authorized to perform: dynamodb:BatchWriteItem')
})

test('a missing grant: Scheduler may not start the ingest', async () => {
  const account = await run(
    changed('Ingest', ['AWS::IAM::Role', 'SchedulerRole'], without('lambda:InvokeFunction')),
  )
  const schedule = account.inventory.one('AWS::Scheduler::Schedule', 'Hourly')
  await expect(account.fire(schedule, NOW)).rejects.toThrow(
    'not authorized to perform: lambda:InvokeFunction',
  )
})

test.each([
  ['missing', {}],
  ['renamed', { TABLE: 'papers' }],
])('a %s environment variable', async (_, instead) => {
  const account = await run(
    changed('Api', ['AWS::Lambda::Function', 'Api'], properties => {
      delete variablesIn(properties).TABLE_NAME
      Object.assign(variablesIn(properties), instead)
    }),
  )
  const { answer, log } = await readerOf(account)
  expect(answer).toEqual({ message: 'Internal Server Error' })
  expect(log).toContain('cannot start with these settings')
})

test.each([
  ['index.handle', 'index.handle is undefined or not exported'],
  ['handler.handler', "Cannot find module 'handler'"],
])('a wrong handler path: %s', async (handler, complaint) => {
  const account = await run(
    changed('Api', ['AWS::Lambda::Function', 'Api'], properties => {
      properties.Handler = handler
    }),
  )
  const { answer, log } = await readerOf(account)
  expect(answer).toEqual({ message: 'Internal Server Error' })
  expect(log).toContain(complaint)
})

test('an index that the code queries and the table lacks', async () => {
  const account = await run(
    changed('Data', ['AWS::DynamoDB::Table', 'Papers'], properties => {
      const indexes = properties.GlobalSecondaryIndexes as { IndexName: string }[]
      properties.GlobalSecondaryIndexes = indexes.filter(({ IndexName }) => IndexName !== 'published')
      const definitions = properties.AttributeDefinitions as { AttributeName: string }[]
      properties.AttributeDefinitions = definitions.filter(
        ({ AttributeName }) => AttributeName !== 'byPublished',
      )
    }),
  )
  const { answer, log } = await readerOf(account)
  expect(answer.errors).toHaveLength(1)
  expect(log).toContain('The table does not have the specified index')
})

test.each([
  [{ Ref: 'Nowhere' }, 'Nowhere'],
  [{ 'Fn::GetAtt': ['ApiLog2092AC52', 'Color'] }, 'ApiLog2092AC52.Color'],
  [{ 'Fn::Sub': 'a-\u0024{Nowhere}' }, 'Nowhere'],
])('an unresolvable reference: %j', async (reference, named) => {
  const broken = changed('Api', ['AWS::Lambda::Function', 'Api'], properties => {
    properties.Description = reference
  })
  await expect(deployed(broken)).rejects.toThrow(`Unresolved resource dependencies [${named}]`)
})

test('a bundle that requires what it does not bring', async () => {
  const account = await run(withCode(code => `${code}\nrequire('graphql-yoga')`))
  const { answer, log } = await readerOf(account)
  expect(answer).toEqual({ message: 'Internal Server Error' })
  expect(log).toContain("Cannot find module 'graphql-yoga'")
})

test('a bundle of which a CommonJS part has no require', async () => {
  const account = await run(
    withCode(
      code => `${code.replace(/^import\{createRequire.*?;const require=.*?;/, '')}\nrequire('node:util')`,
    ),
  )
  const { answer, log } = await readerOf(account)
  expect(answer).toEqual({ message: 'Internal Server Error' })
  expect(log).toMatch(/require is not defined|Dynamic require of .* is not supported/)
})

test.each([
  ...['cron(7 * * * *)', 'cron(7 * * * * *)', 'cron(77 * * * ? *)', 'cron(MON * * * ? *)'],
  ...['every hour', 'rate(1 hours)', 'rate(2 moons)'],
])('a schedule expression that does not parse: %s', async expression => {
  const broken = changed('Ingest', ['AWS::Scheduler::Schedule', 'Hourly'], properties => {
    properties.ScheduleExpression = expression
  })
  await expect(deployed(broken)).rejects.toThrow(`Invalid Schedule Expression ${expression}`)
})

test('a role wider than what its code does', async () => {
  const account = await run(
    changed('Api', ['AWS::IAM::Role', 'Api'], properties => {
      const statement = statementsIn(properties)[1]
      if (statement) statement.Action = [statement.Action].flat().concat('dynamodb:DeleteItem')
    }),
  )
  await readerOf(account)
  expect(account.judge.permittedButNeverUsed().join()).toContain('ApiRole: dynamodb:DeleteItem')
})

test('a Hub that does not answer fails no deployment; its run ends among the failed', async () => {
  const unreachable = changed(
    'Ingest',
    ['AWS::Lambda::Function', 'Refresher'],
    properties => {
      variablesIn(properties).HUB_URL = 'http://hub.invalid'
    },
    assembly(),
  )
  const account = await run(unreachable)
  const failed = account.inventory.one('AWS::SQS::Queue', 'FailedRuns').attributes.Arn ?? ''
  expect(account.queues.of(failed)[0]?.body).toContain('did not answer')
})

test('a queue without a redrive: what is no day comes again and again', async () => {
  const account = await run(
    changed('Ingest', ['AWS::SQS::Queue', 'BackfillDays'], properties => {
      delete properties.RedrivePolicy
    }),
  )
  account.queues.put(account.inventory.one('AWS::SQS::Queue', 'BackfillDays').attributes.Arn ?? '', 'no day')
  await expect(account.drainQueues()).rejects.toThrow('come again and again')
})

test('an API that the function does not let in', async () => {
  const account = await run(
    changed('Api', ['AWS::Lambda::Permission', 'HttpApi'], properties => {
      properties.Principal = 's3.amazonaws.com'
    }),
  )
  await expect(account.serve()).rejects.toThrow('does not let HttpApi')
})
