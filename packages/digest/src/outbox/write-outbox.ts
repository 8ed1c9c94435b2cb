import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import { compose } from '../transport/compose.ts'
import type { Send } from '../transport/transport.ts'

/** Sends nothing: writes each mail into a folder as a file that mail programs open. Names sort by time. */
export function writeOutbox(folder: string, from: string, now: () => number): Send {
  return async message => {
    const mail = { ...compose(message, from), date: new Date(now()) }
    const written = await new MailComposer(mail).compile().build()
    const id = message.messageId.replace(/^<|@.*$/g, '').slice(-12)
    const file = join(folder, `${new Date(now()).toISOString().replaceAll(':', '-')}-${id}.eml`)
    await mkdir(folder, { recursive: true })
    await writeFile(`${file}.part`, written)
    await rename(`${file}.part`, file)
  }
}
