import type { Functions } from '../lambda/functions.ts'
import type { Deployed } from '../template/deployed.ts'
import type { AwsService } from './endpoint.ts'

interface Answer {
  Status: 'SUCCESS' | 'FAILED'
  Reason?: string
}

/** CloudFormation hands numbers and booleans to custom resources as text. */
const asTexts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asTexts)
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asTexts(each)]))
}

/** Custom resources: their function is told of what comes, changes and goes, and answers at a URL. */
export function createCustomResources(functions: Functions) {
  const answers = new Map<string, Answer>()
  return {
    /** Takes answers; they are the only requests that are not signed. */
    service: (({ url, body }) => {
      answers.set(url.pathname, JSON.parse(body.toString()))
      return {}
    }) satisfies AwsService,
    /** @throws Error with the function's reason when it refuses */
    async tell(
      RequestType: 'Create' | 'Update' | 'Delete',
      { id, stack, ref, type, properties }: Deployed,
      before?: Record<string, unknown>,
    ): Promise<void> {
      const at = `/${crypto.randomUUID()}`
      const outcome = await functions.invoke(String(properties.ServiceToken), {
        RequestType,
        ResponseURL: `https://responses.invalid${at}`,
        StackId: stack,
        RequestId: at,
        ResourceType: type,
        LogicalResourceId: id,
        ...(RequestType !== 'Create' && { PhysicalResourceId: ref }),
        ResourceProperties: asTexts(properties),
        ...(before && { OldResourceProperties: asTexts(before) }),
      })
      const { Status, Reason } = answers.get(at) ?? { Status: 'FAILED', Reason: JSON.stringify(outcome) }
      if (Status !== 'SUCCESS') throw new Error(`${id}: ${Reason}`)
    },
  }
}

export type CustomResources = ReturnType<typeof createCustomResources>
