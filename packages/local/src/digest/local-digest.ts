import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Api } from '@daily-papers/api/api.ts'
import { answer, isDigestPath } from '@daily-papers/digest/answer.ts'
import { answerOutbox } from '@daily-papers/digest/answer-outbox.ts'
import { askByHttp } from '@daily-papers/digest/ask.ts'
import { createTable } from '@daily-papers/digest/create-table.ts'
import { deliver } from '@daily-papers/digest/deliver.ts'
import { enqueueDue } from '@daily-papers/digest/enqueue-due.ts'
import { smtp } from '@daily-papers/digest/smtp.ts'
import { writeOutbox } from '@daily-papers/digest/write-outbox.ts'
import type { DynamoDb } from '../dynamo-db.ts'
import type { Env } from '../env.ts'
import { dkimOf } from './dkim.ts'

/** At most so many confirmations an hour. */
const HOURLY_CEILING = 100

type HttpRequest = Parameters<Api['handle']>[0]

/** The digest of one machine: mails go to `SMTP_URL`, or into the outbox folder. */
export interface LocalDigest {
  answers(path: string): boolean
  answer: Api['handle']
  /** Sends the mails that are due. A mail that fails stays due. */
  sendDue(): Promise<void>
}

export const digestTable = (env: Pick<Env, 'TABLE_NAME' | 'DIGEST_TABLE'>): string =>
  env.DIGEST_TABLE ?? `${env.TABLE_NAME}-digest`

type Settings = Pick<
  Env,
  'TABLE_NAME' | 'DIGEST_TABLE' | 'DATA_DIR' | 'SMTP_URL' | 'DIGEST_FROM' | 'DKIM_KEY' | 'DKIM_SELECTOR'
>

const tell = ({ message, error }: { message: string; error: string }): void =>
  void process.stderr.write(`digest: ${message}: ${error}\n`)

/** @param server the address of this process, and its public address. Known once it listens */
export function localDigest(
  env: Settings,
  database: DynamoDb,
  now: () => number,
  server: () => { url: string; site: string },
): LocalDigest {
  const folder = join(env.DATA_DIR, 'outbox')
  const from = env.DIGEST_FROM
  const send = env.SMTP_URL
    ? smtp({ url: env.SMTP_URL, from, dkim: dkimOf(env) })
    : writeOutbox(folder, from, now)
  const table = { client: database.client, name: digestTable(env) }
  let created: Promise<void> | null = null
  const ready = () => {
    created ??= createTable(table.client, table.name)
    return created
  }
  const sending = () => {
    const { url, site } = server()
    return { table, ask: askByHttp({ url: `${url}/graphql` }), send, site, now }
  }

  async function respond(request: HttpRequest): Promise<Response> {
    const asked = await toRequest(request)
    if (!isDigestPath(request.path)) return answerOutbox(asked, folder)
    await ready()
    const newSecret = () => randomBytes(24).toString('base64url')
    const subscribing = { ...sending(), hourlyCeiling: HOURLY_CEILING, newSecret }
    return answer(asked, subscribing, subscribing, tell)
  }

  return {
    answers: path => isDigestPath(path) || /^\/outbox(\/|$)/.test(path),
    async answer(request) {
      const response = await respond(request)
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      }
    },
    async sendDue() {
      await ready()
      await enqueueDue(
        table,
        async due => {
          for (const each of due)
            await deliver(each, sending()).catch(error =>
              tell({ message: 'a mail failed and is tried again', error: error.message }),
            )
        },
        now(),
      )
    },
  }
}

async function toRequest({ method, origin, path, query, headers, readBody }: HttpRequest): Promise<Request> {
  const sent = Object.entries(headers).filter((each): each is [string, string] => each[1] !== undefined)
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const body = hasBody ? new Uint8Array(await readBody(64 * 1024)) : null
  return new Request(`${origin}${path}?${query}`, { method, headers: sent, body })
}
