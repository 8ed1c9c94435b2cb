import type { Say } from './say.ts'
import type { Kind, Store } from './store.ts'

function press(button: Element, isOn: boolean, on: string, off: string): void {
  button.setAttribute('aria-pressed', String(isOn))
  button.textContent = isOn ? on : off
}

async function copy(text: string, say: Say): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    say('Copied')
  } catch {
    say('The browser did not let this page copy. Select the text instead.')
  }
}

/** Island: save, follow and copy buttons. */
export function startButtons(store: Store, say: Say, now: () => number) {
  const refresh = () => {
    const saved = new Set(store.saved().map(({ paperId }) => paperId))
    for (const button of document.querySelectorAll<HTMLElement>('[data-save]'))
      press(button, saved.has(button.dataset.save ?? ''), 'Saved', 'Save')
    const follows = store.follows()
    for (const button of document.querySelectorAll<HTMLElement>('[data-follow]'))
      press(
        button,
        follows[button.dataset.follow as Kind].includes(button.dataset.name ?? ''),
        'Following',
        'Follow',
      )
  }
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null
    const { save, follow, name, copy: source } = button?.dataset ?? {}
    if (save) say(store.toggle(save, now()) ? 'Saved in this browser' : 'Taken out')
    if (follow && name)
      say(store.toggleFollow(follow as Kind, name) ? 'Followed on the page New' : 'Not followed any more')
    if (save || follow) refresh()
    if (source) copy(document.querySelector(source)?.textContent ?? '', say)
  })
  // Another tab may save something, and the back button may show an old page.
  addEventListener('storage', refresh)
  addEventListener('pageshow', refresh)
  refresh()
  return { refresh }
}
