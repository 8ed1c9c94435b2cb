import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { REGION } from './stand-in/template/physical.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const cli = fileURLToPath(new URL('../../node_modules/aws-cdk/bin/cdk', import.meta.url))

/** The access key of whoever deploys, who may do everything. */
export const DEPLOYER = 'AKIADEPLOYER'

export interface CdkOptions {
  /** Where the services of AWS are. */
  endpointUrl: string
  /** A folder in place of the user's own, whose settings and caches are left alone. */
  home: string
  /** Variables beyond the credentials. */
  environment?: Record<string, string>
  /** Ends the command. */
  signal?: AbortSignal
}

/** Runs a command with credentials of an account on loopback; nobody is there to approve. */
export async function withCredentials(
  [program = '', ...args]: readonly string[],
  { endpointUrl, home, environment = {}, signal }: CdkOptions,
) {
  const { PATH = '' } = process.env
  const child = spawn(program, args, {
    cwd: repository,
    env: {
      // The app is started by the name of `node`, which must be this one.
      PATH: [dirname(process.execPath), PATH].join(delimiter),
      HOME: home,
      CDK_OUTPUT: join(home, 'cdk.out'),
      AWS_ENDPOINT_URL: endpointUrl,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: DEPLOYER,
      AWS_SECRET_ACCESS_KEY: 'secret',
      CDK_REQUIRE_APPROVAL: 'never',
      CDK_DISABLE_CLI_TELEMETRY: 'true',
      CDK_NOTICES: 'false',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', text => {
      output += text
    })
  const [code] = await once(child, 'close')
  return { code: code as number | null, output }
}

/** Runs the project's own CDK CLI. */
export const cdk = (args: readonly string[], options: CdkOptions) =>
  withCredentials([process.execPath, cli, ...args], options)
