import type { Deployed } from '../template/deployed.ts'

const ISSUER = 'token.actions.githubusercontent.com'
/** Repositories that were made, renamed or moved since have their ids in a token. */
const IDS_SINCE = '2026-07-15'

interface Repository {
  owner: { name: string; id: number }
  name: string
  id: number
  /** The day on which it was made, renamed or moved. */
  since: string
}

/** The subject of the token that GitHub gives to a job in an environment. */
export function subjectOf({ owner, name, id, since }: Repository, environment: string): string {
  const repository = since < IDS_SINCE ? `${owner.name}/${name}` : `${owner.name}@${owner.id}/${name}@${id}`
  return `repo:${repository}:environment:${environment}`
}

interface Trust {
  Effect: string
  Action: string
  Principal: { Federated?: string }
  Condition: { StringEquals: Record<string, string | string[]> }
}

/** Whether STS gives a role to the bearer of such a token. */
export function trustsSubject({ properties }: Deployed, subject: string): boolean {
  const claims: Record<string, string> = {
    [`${ISSUER}:aud`]: 'sts.amazonaws.com',
    [`${ISSUER}:sub`]: subject,
  }
  const { Statement } = properties.AssumeRolePolicyDocument as { Statement: Trust[] }
  return Statement.some(
    ({ Effect, Action, Principal, Condition }) =>
      Effect === 'Allow' &&
      Action === 'sts:AssumeRoleWithWebIdentity' &&
      Principal.Federated !== undefined &&
      Object.entries(Condition.StringEquals).every(([claim, values]) =>
        [values].flat().includes(claims[claim] ?? ''),
      ),
  )
}
