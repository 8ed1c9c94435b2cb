import type { Store } from './store.ts'

const THEMES = ['', 'light', 'dark']
const NAMES = ['as the system', 'light', 'dark']

/** Applies the chosen theme, also after a click. Returns a function that switches to the next theme. */
export function startTheme(store: Store): () => void {
  const button = document.querySelector<HTMLElement>('.theme')
  const show = (theme: string) => {
    if (theme) document.documentElement.dataset.theme = theme
    else delete document.documentElement.dataset.theme
    const name = `Theme: ${NAMES[THEMES.indexOf(theme)]}`
    button?.setAttribute('aria-label', name)
    button?.setAttribute('title', name)
  }
  const next = () => {
    const theme = THEMES[(THEMES.indexOf(store.theme()) + 1) % THEMES.length] ?? ''
    store.setTheme(theme)
    show(theme)
  }
  show(THEMES.includes(store.theme()) ? store.theme() : '')
  button?.addEventListener('click', next)
  return next
}
