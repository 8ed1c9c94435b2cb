import type { MailedPaper } from '../papers/mailed-papers.ts'
import type { Digest } from './digest-parts.ts'
import { Html, html } from './html.ts'
import { layout, masthead, row } from './layout.ts'
import { factsOf, gist, pageOf } from './paper-words.ts'
import { light } from './style.ts'
import { counted } from './words.ts'

const middot = new Html(' &middot; ')
const soft = `color:${light.soft};font-size:13px;line-height:20px`

const link = (href: string, label: string): Html =>
  html`<a class="s" href="${href}" style="color:${light.soft};text-decoration:underline">${label}</a>`

const votes = ({ upvotes }: MailedPaper): Html | null =>
  upvotes === null ? null : html`<span class="a" style="color:${light.accent}">&#9650;&nbsp;${upvotes}</span>`

const joined = (parts: readonly (Html | null)[]): Html[] =>
  parts.filter(part => part !== null).flatMap((part, at) => (at ? [middot, part] : [part]))

const title = ({ title, paperId }: MailedPaper, site: string, style: string): Html =>
  html`<a class="i" href="${pageOf(paperId, site)}" style="color:${light.ink};text-decoration:none;${style}">${title}</a>`

function whole(paper: MailedPaper, site: string): Html {
  const facts = factsOf(paper).map(fact => html`${fact}`)
  const { huggingFace, pdf } = paper.links
  const code = paper.code && link(paper.code.url, 'Code')
  const links = [link(huggingFace, 'Hugging Face'), link(pdf, 'PDF'), code]
  return row(
    html`<div class="l" style="border-top:1px solid ${light.line};padding:20px 0">
${title(paper, site, 'font-size:17px;line-height:24px;font-weight:600')}
<div class="s" style="${soft};padding:4px 0">${joined([votes(paper), ...facts])}</div>
<div style="font-size:15px;line-height:23px">${gist(paper)}</div>
<div class="s" style="${soft};padding-top:6px">${joined(links)}</div></div>`,
  )
}

/** A paper on a line, where a mail has so many that it would be cut off. */
const brief = (paper: MailedPaper, site: string): Html =>
  html`${title(paper, site, '')}${paper.upvotes !== null && html` &#9650;&nbsp;${paper.upvotes}`}<br>
`

/** A digest as HTML. */
export function digestHtml(digest: Digest): string {
  const { subject, day, whole: first, brief: rest, what, why, page, site } = digest
  const preview = first.map(({ title }) => title).join(' · ')
  return layout(subject, preview.slice(0, 140), [
    masthead(day),
    row(
      html`<h1 style="margin:0;font-size:22px;line-height:30px;font-weight:600">${what}</h1>`,
      '6px 32px 20px',
    ),
    ...first.map(paper => whole(paper, site)),
    ...(rest.length
      ? [
          row(
            html`<div class="l s" style="border-top:1px solid ${light.line};padding:20px 0;color:${light.soft};font-size:14px;line-height:24px">
<div class="s" style="${soft};padding-bottom:6px">And ${counted(rest.length, 'more paper')}</div>
${rest.map(paper => brief(paper, site))}</div>`,
          ),
        ]
      : []),
    row(
      html`<div class="s l" style="border-top:1px solid ${light.line};padding-top:20px;${soft}">${why}
<div style="padding-top:8px">${link(page, 'Change the times')}${middot}${link(`${page}#unsubscribe`, 'Unsubscribe')}</div></div>`,
      '0 32px 32px',
    ),
  ])
}
