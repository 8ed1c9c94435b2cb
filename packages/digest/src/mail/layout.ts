import { Html, html } from './html.ts'
import { dark, font, light } from './style.ts'

// Inline styles are for the light; clients that know dark mode put these over them.
const darkStyle = new Html(
  `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.g{background:${dark.ground}!important}.p{background:${dark.paper}!important}
.i{color:${dark.ink}!important}.s{color:${dark.soft}!important}.a{color:${dark.accent}!important}
.l{border-color:${dark.line}!important}.b{background:${dark.accent}!important;color:${dark.ground}!important}}
@media (max-width:480px){.w{padding-left:20px!important;padding-right:20px!important}}`,
)

/**
 * The frame of a mail: one column of 600 px that narrows with the screen, as tables, since Outlook lays out by Word.
 * @param preview What lists of mails show beside the subject.
 */
export const layout = (subject: string, preview: string, rows: readonly Html[]): string =>
  html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${subject}</title><style>${darkStyle}</style></head>
<body class="g" style="margin:0;padding:0;background:${light.ground}">
<div style="display:none">${preview}</div>
<table role="presentation" class="g" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${light.ground}"><tr><td align="center" style="padding:24px 0">
<table role="presentation" class="p" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;background:${light.paper};font-family:${font}">
${rows}</table></td></tr></table></body></html>
`.markup

/** A row of the column. */
export const row = (content: Html, padding = '0 32px'): Html =>
  html`<tr><td class="w i" style="padding:${padding};color:${light.ink}">${content}</td></tr>
`

/** What a mail is called, at its top. */
export const masthead = (line: string): Html =>
  row(
    html`<div class="a" style="color:${light.accent};font-size:13px;font-weight:600;letter-spacing:.04em">DAILY PAPERS</div>
<div class="s" style="color:${light.soft};font-size:13px;line-height:20px">${line}</div>`,
    '28px 32px 0',
  )

/** The one link that a mail is about. */
export const button = (href: string, label: string): Html =>
  html`<a class="b" href="${href}" style="display:inline-block;padding:12px 22px;background:${light.accent};color:#ffffff;font-size:16px;font-weight:600;text-decoration:none;border-radius:6px">${label}</a>`
