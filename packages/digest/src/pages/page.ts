import { Html, html } from '../mail/html.ts'
import { dark, font, light } from '../mail/style.ts'

const style = new Html(`
:root{color-scheme:light dark}
body{margin:0;background:${light.ground};color:${light.ink};font:17px/1.55 ${font}}
main{max-width:34rem;margin:3rem auto;padding:2rem;background:${light.paper};border-radius:10px}
h1{font-size:1.5rem;line-height:1.3;margin:.2rem 0 1rem}h2{font-size:1.05rem;margin:2rem 0 .5rem}
.name{color:${light.accent};font-size:.8rem;font-weight:600;letter-spacing:.04em;margin:0}
.soft{color:${light.soft};font-size:.9rem}
a{color:${light.accent}}.name a{text-decoration:none}
button,select,input{font:inherit;border-radius:6px}
select,input{padding:.35rem .5rem;border:1px solid ${light.line};background:${light.ground};color:inherit;max-width:100%;box-sizing:border-box}
button{padding:.55rem 1.1rem;border:1px solid ${light.accent};background:none;color:${light.accent};cursor:pointer}
button.main{background:${light.accent};color:#fff;font-weight:600}
form{margin:0 0 .5rem}label{display:inline-block;margin:0 1rem .8rem 0}
@media (max-width:38rem){main{margin:0;border-radius:0;min-height:100vh;box-sizing:border-box}}
@media (prefers-color-scheme:dark){body{background:${dark.ground};color:${dark.ink}}main{background:${dark.paper}}
.name,a{color:${dark.accent}}.soft{color:${dark.soft}}select,input{background:${dark.ground};border-color:${dark.line}}
button{border-color:${dark.accent};color:${dark.accent}}button.main{background:${dark.accent};color:${dark.ground}}}
`)

/**
 * Headers: a page loads, frames and runs nothing. Its address is a credential, so no other site gets it as a
 * referrer.
 */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
}

/** A page of the digest. */
export function page(status: number, title: string, body: Html, more: Record<string, string> = {}): Response {
  const { markup } = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${style}</style></head>
<body><main><p class="name"><a href="/">DAILY PAPERS</a></p><h1>${title}</h1>${body}</main></body></html>
`
  return new Response(markup, { status, headers: { ...headers, ...more } })
}
