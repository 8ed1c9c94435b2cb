import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime, { type Email } from 'postal-mime'
import { html } from '../mail/html.ts'
import { page } from '../pages/page.ts'

/** So many of the newest mails are listed. */
const LISTED = 100
const FILE = /^[\w.-]+\.eml$/

const read = async (folder: string, file: string): Promise<Email> =>
  PostalMime.parse(await readFile(join(folder, file)))

const filesIn = async (folder: string): Promise<string[]> => {
  const files = await readdir(folder).catch(() => [])
  return files
    .filter(file => FILE.test(file))
    .sort()
    .reverse()
}

/** Shows the mails of an outbox folder: `/outbox` lists them, `/outbox/<file>` is one as HTML, `?part=text` as text. */
export async function answerOutbox(request: Request, folder: string): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const file = pathname.slice('/outbox/'.length)
  if (!file) return list(folder)
  if (!(await filesIn(folder)).includes(file))
    return page(404, 'There is no such mail', html`<p><a href="/outbox">All mails</a></p>`)
  const mail = await read(folder, file)
  const isText = searchParams.get('part') === 'text'
  return new Response(isText ? mail.text : mail.html, {
    headers: {
      'content-type': `text/${isText ? 'plain' : 'html'}; charset=utf-8`,
      // A mail runs nothing and loads nothing.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'",
      'cache-control': 'no-store',
    },
  })
}

async function list(folder: string): Promise<Response> {
  const files = await filesIn(folder)
  const mails = await Promise.all(
    files.slice(0, LISTED).map(async file => {
      const { subject = '', to = [], date = '' } = await read(folder, file)
      const who = to.map(({ address }) => address).join(', ')
      return html`<p><a href="/outbox/${file}">${subject}</a><br><span class="soft">to ${who}, <span class="whole">${date.slice(0, 16).replace('T', ' ')}</span> · <a href="/outbox/${file}?part=text">text</a></span></p>`
    }),
  )
  if (!files.length)
    return page(
      200,
      'Outbox',
      html`<p>No mail has been sent. Mails appear here instead of leaving this machine.</p>`,
    )
  return page(
    200,
    'Outbox',
    html`<p class="soft">These mails did not leave this machine. They are in ${folder}.</p>${mails}`,
  )
}
