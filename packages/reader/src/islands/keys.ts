import type { Say } from './say.ts'

interface Actions {
  nextTheme: () => void
  help: () => void
  say: Say
}

const go = (rel: string) => {
  const link = document.querySelector<HTMLLinkElement>(`link[rel=${rel}]`)
  if (link) location.href = link.href
}

/** The paper with the focus, or the one that the page shows. */
const current = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('[data-paper]') ??
  document.querySelector<HTMLElement>('.paper-page')

function move(by: number): void {
  const links = [...document.querySelectorAll<HTMLElement>('.paper .title, .short a, .movers a')]
  const index = links.findIndex(link => link.closest('li, tr')?.contains(document.activeElement))
  const from = index < 0 && by < 0 ? links.length : index
  const link = links[Math.min(Math.max(from + by, 0), links.length - 1)]
  link?.focus({ preventScroll: true })
  link?.closest('li, tr')?.scrollIntoView({ block: 'center' })
}

/** Copies the BibTeX entry from the page if it is there. Otherwise fetches it. */
async function copyBibtex(say: Say): Promise<void> {
  const paper = current()
  if (!paper) return
  const shown = paper.querySelector('#bibtex')?.textContent
  try {
    const text = shown ?? (await (await fetch(`/saved.bib?ids=${paper.dataset.paper}`)).text())
    await navigator.clipboard.writeText(text)
    say('BibTeX copied')
  } catch {
    say('The BibTeX could not be copied')
  }
}

export function startKeys({ nextTheme, help, say }: Actions): void {
  const keys: Record<string, () => void> = {
    j: () => move(1),
    k: () => move(-1),
    o() {
      const pdf = current()?.querySelector<HTMLElement>('[data-pdf]')
      const href = pdf?.dataset.pdf || pdf?.getAttribute('href')
      if (href) location.href = href
    },
    c: () => void copyBibtex(say),
    s: () => current()?.querySelector<HTMLElement>('[data-save]')?.click(),
    h: () => go('prev'),
    l: () => go('next'),
    t: nextTheme,
    '?': help,
    '/': () => document.querySelector<HTMLElement>('search input')?.focus(),
  }
  document.addEventListener('keydown', event => {
    const { key, target, ctrlKey, metaKey, altKey } = event
    if (ctrlKey || metaKey || altKey || event.isComposing || !Object.hasOwn(keys, key)) return
    if (
      target instanceof HTMLElement &&
      (target.matches('input, textarea, select') || target.closest('dialog'))
    )
      return
    event.preventDefault()
    keys[key]?.()
  })
}
