import { createHash } from 'node:crypto'

/** Shows the theme that was chosen before anything is painted. It stands in the page, so that the paint waits for no request. */
export const themeScript =
  'try{document.documentElement.dataset.theme=JSON.parse(localStorage.theme).name}catch{}'

/** What allows this text, and no other, in a content security policy. */
export const themeScriptSource = `'sha256-${createHash('sha256').update(themeScript).digest('base64')}'`
