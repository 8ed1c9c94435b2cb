import { Html, html } from '../mail/html.ts'
import { dark, light } from '../mail/style.ts'

// The fonts of the site.
const sans = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif'
const serif = '"Iowan Old Style","Palatino Linotype",Palatino,P052,"Source Serif 4",Georgia,serif'

const style = new Html(`
:root{color-scheme:light dark}
body{margin:0;display:grid;grid-template:auto 1fr auto/minmax(0,1fr);min-height:100vh;background:${light.paper};color:${light.ink};font:16px/1.5 ${sans}}
header{border-bottom:1px solid ${light.line}}
header div,main,footer{box-sizing:border-box;width:100%;max-width:66rem;margin:0 auto;padding:.6rem 1rem}
header div,nav{display:flex;flex-wrap:wrap;align-items:center;gap:.35rem 1.1rem;font-size:.9375rem}
nav a{color:${light.soft};text-decoration:none}nav a:hover{text-decoration:underline}
footer p{margin:0;border-top:1px solid ${light.line};padding-top:1.25rem;color:${light.soft};font-size:.8125rem}
main{padding-block:1.5rem 3rem}main>*{max-width:36rem}
h1,h2,.name{font-family:${serif};line-height:1.2}h1{font-size:clamp(1.6rem,1.2rem + 1.8vw,2.25rem);margin:0 0 1rem}h2{font-size:1.2rem;margin:2rem 0 .5rem}
.name{font-size:1.2rem;font-weight:700;line-height:2.15rem;color:inherit;text-decoration:none}
.whole{white-space:nowrap}.soft{color:${light.soft};font-size:.9375rem}
a{color:${light.link}}
button,select,input{font:inherit;border-radius:.3rem}
select,input,button{height:2.225rem}select,input{padding:.3rem .6rem;border:1px solid ${light.line};background:${light.paper};color:inherit;max-width:100%;box-sizing:border-box}
button{padding:0 1rem;border:1px solid ${light.line};background:${light.ground};color:inherit;cursor:pointer}
button.main{border-color:${light.accent};background:${light.accent};color:#fff;font-weight:600}
form{margin:0 0 .5rem}main>.times{max-width:46rem;display:flex;flex-wrap:wrap;align-items:center;gap:.6rem 1rem}
.times label{display:flex;align-items:center;gap:.5rem}.times label:has(input){flex:1 1 15rem}.times input{flex:1;min-width:0}
@media (prefers-color-scheme:dark){body,select,input{background:${dark.ground};color:${dark.ink}}
header,select,input,button{border-color:${dark.line}}a{color:${dark.link}}footer p{border-color:${dark.line}}
.soft,nav a,footer p{color:${dark.soft}}
button{background:${dark.paper}}button.main{border-color:${dark.accent};background:${dark.accent};color:${dark.ground}}}
`)

/** The navigation of the site. */
const sections = [
  ['Today', '/'],
  ['Week', '/weeks'],
  ['Month', '/months'],
  ['Trending', '/trending'],
  ['Rising', '/rising'],
  ['Keywords', '/keywords'],
  ['New', '/new'],
  ['Saved', '/saved'],
] as const

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
<body><header><div><a class="name" href="/">Daily Papers</a>
<nav aria-label="Pages">${sections.map(([name, path]) => html`<a href="${path}">${name}</a> `)}</nav></div></header>
<main><h1>${title}</h1>${body}</main>
<footer><p><a href="/">Today’s papers</a> · <a href="/about">About</a></p></footer></body></html>
`
  return new Response(markup, { status, headers: { ...headers, ...more } })
}
