import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { expect, inject } from 'vitest'
import { cdk, withCredentials } from '../cdk.ts'
import { startAccount } from '../stand-in/account.ts'
import { NOW } from './system.ts'

/** Another name for the address than in the assembly that all tests share, which makes that one a change. */
const hubUrl = () => inject('hubUrl').replace('127.0.0.1', 'localhost')

/** A person at a terminal, with credentials of an account on loopback. */
export async function openTerminal() {
  const account = await startAccount({ aheadMs: Date.parse(NOW) - Date.now() })
  const home = await mkdtemp(join(tmpdir(), 'daily-papers-home-'))
  const options = { endpointUrl: account.url, home }
  const ended = async ({ code, output }: Awaited<ReturnType<typeof cdk>>): Promise<string> => {
    await account.functions.idle()
    expect(code, output).toBe(0)
    return output
  }
  const terminal = {
    account,
    /** Where the last synthesis is. */
    assembly: join(home, 'cdk.out'),
    /** The CLI reads its user's own context from here, so that the commands need no arguments. */
    setContext: (context: Record<string, string> = {}) =>
      writeFile(join(home, '.cdk.json'), JSON.stringify({ context: { hubUrl: hubUrl(), ...context } })),
    /** Runs the CDK CLI, whatever comes of it. */
    attempt: (...args: string[]) => cdk(args, options),
    /** Runs the CDK CLI, which must succeed, and waits for the functions that it has started. */
    run: async (...args: string[]) => ended(await cdk(args, options)),
    /** The same for any command. */
    type: async (line: string) => ended(await withCredentials(line.split(' '), options)),
    /** All that stands in the account, as type and id. */
    standing: () =>
      account.inventory
        .all()
        .filter(({ type }) => type !== 'AWS::CDK::Metadata')
        .map(({ id, type }) => `${type} ${id}`),
    async itemsIn(TableName: string): Promise<number> {
      const { Count = 0 } = await account.client.send(new ScanCommand({ TableName, Select: 'COUNT' }))
      return Count
    },
    /** Publishes the snapshot and exports the history twice, so that their buckets have an older version as well. */
    async publishTwice(): Promise<void> {
      for (const id of ['Snapshotter', 'HistoryExporter']) {
        const { ref } = account.inventory.one('AWS::Lambda::Function', id)
        for (let times = 0; times < 2; times++)
          expect(await account.functions.invoke(ref, { force: true })).toMatchObject({ ok: true })
      }
    },
    /** What is in buckets of the stage, as opposed to that of the bootstrap. */
    stored: () => [...account.objects.keys()].filter(name => !name.startsWith('cdk-hnb659fds-')),
    async close(): Promise<void> {
      await account.close()
      await rm(home, { recursive: true, force: true })
    },
  }
  await terminal.setContext()
  return terminal
}

export type Terminal = Awaited<ReturnType<typeof openTerminal>>
