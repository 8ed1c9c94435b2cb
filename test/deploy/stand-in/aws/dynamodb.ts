import { DEPLOYER } from '../../cdk.ts'
import { ACCOUNT, REGION } from '../template/physical.ts'
import { AwsError, type AwsService } from './endpoint.ts'
import type { Judge } from './judge.ts'

interface Input {
  TableName?: string
  IndexName?: string
  RequestItems?: Record<string, unknown>
  TransactItems?: Record<string, { TableName: string }>[]
}

const inTransaction: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  Get: 'GetItem',
  ConditionCheck: 'ConditionCheckItem',
}

/** The leave that a request needs: an action on a table or on one of its indexes. */
function needed(operation: string, input: Input): { action: string; table: string; index?: string }[] {
  if (operation.startsWith('Transact'))
    return (input.TransactItems ?? []).flatMap(item =>
      Object.entries(item).map(([kind, { TableName }]) => ({
        action: inTransaction[kind] ?? kind,
        table: TableName,
      })),
    )
  const tables = input.RequestItems ? Object.keys(input.RequestItems) : [input.TableName ?? '']
  const { IndexName: index } = input
  return tables.map(table => ({ action: operation, table, ...(index && { index }) }))
}

/** DynamoDB: an embedded engine behind the judge. */
export function dynamodb(engineUrl: string, { judgeKey }: Judge): AwsService {
  return async ({ headers, body, accessKeyId }) => {
    const target = String(headers['x-amz-target'] ?? '')
    const operation = target.split('.')[1]
    if (!operation) throw new AwsError('UnknownOperationException', `no operation in "${target}"`)
    const asked = accessKeyId === DEPLOYER ? [] : needed(operation, JSON.parse(body.toString()))
    for (const { action, table, index } of asked) {
      const arn = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${table}${index ? `/index/${index}` : ''}`
      await judgeKey(accessKeyId, `dynamodb:${action}`, arn)
    }
    const answer = await fetch(engineUrl, {
      method: 'POST',
      headers: {
        'content-type': String(headers['content-type']),
        'x-amz-target': target,
        'x-amz-date': String(headers['x-amz-date']),
        authorization: String(headers.authorization),
      },
      body: new Uint8Array(body),
    })
    const type = answer.headers.get('content-type') ?? ''
    return {
      status: answer.status,
      headers: { 'content-type': type },
      body: Buffer.from(await answer.arrayBuffer()),
    }
  }
}
