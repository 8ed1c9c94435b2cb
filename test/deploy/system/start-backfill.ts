import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { withCredentials } from '../cdk.ts'

const command = fileURLToPath(new URL('../../../infra/bin/start-backfill.ts', import.meta.url))

/** Runs the command that sends days to a queue of an account, by its name. */
export const startBackfill = (
  endpointUrl: string,
  queue: string,
  from: string,
  to: string,
  environment: Record<string, string> = {},
) =>
  withCredentials(
    [process.execPath, command, '--queue', `${endpointUrl}/${queue}`, '--from', from, '--to', to],
    { endpointUrl, home: tmpdir(), environment },
  )
