interface Suggestion {
  kind: string
  text: string
  href: string
}

/** Pause after a key before suggestions are fetched. */
const PAUSE_MS = 80

/** Island: suggestions below a search box, as a combobox whose list links to pages. */
export function suggestFor(input: HTMLInputElement): void {
  const list = document.createElement('ul')
  list.id = 'suggestions'
  list.role = 'listbox'
  list.className = 'suggestions'
  list.hidden = true
  list.setAttribute('aria-label', 'Suggestions')
  input.role = 'combobox'
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-autocomplete', 'list')
  input.after(list)

  let active = -1
  let timer = 0
  let asking: AbortController | undefined
  const options = () => [...list.children] as HTMLElement[]
  const show = (isShown: boolean) => {
    list.hidden = !isShown
    input.setAttribute('aria-expanded', String(isShown))
  }
  const activate = (index: number) => {
    active = index
    for (const [i, option] of options().entries()) option.setAttribute('aria-selected', String(i === index))
    const option = options()[index]
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
  }
  const fill = (suggestions: readonly Suggestion[]) => {
    list.replaceChildren(
      ...suggestions.map(({ kind, text, href }, i) => {
        const option = document.createElement('li')
        option.id = `suggestion-${i}`
        option.role = 'option'
        option.dataset.href = href
        const name = document.createElement('span')
        name.textContent = text
        const what = document.createElement('small')
        what.textContent = kind
        option.append(name, ' ', what)
        return option
      }),
    )
    activate(-1)
    show(suggestions.length > 0)
  }
  const ask = async () => {
    asking?.abort()
    asking = new AbortController()
    const text = input.value.trim()
    if (text.length < 2) return show(false)
    try {
      const response = await fetch(`/suggest?q=${encodeURIComponent(text)}`, { signal: asking.signal })
      if (response.ok) fill(await response.json())
    } catch {
      // A later key, Escape or blur aborted it, or the server is away. The form works in any case.
    }
  }

  const askSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(ask, PAUSE_MS)
  }
  const close = () => {
    clearTimeout(timer)
    asking?.abort()
    show(false)
  }
  input.addEventListener('input', askSoon)
  input.addEventListener('keydown', event => {
    if (list.hidden) {
      if (event.key === 'Escape') close()
      return
    }
    const last = options().length - 1
    if (event.key === 'ArrowDown') activate(active >= last ? 0 : active + 1)
    else if (event.key === 'ArrowUp') activate(active <= 0 ? last : active - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && active >= 0) location.href = options()[active]?.dataset.href ?? ''
    else return
    event.preventDefault()
  })
  input.addEventListener('blur', close)
  // Runs before the box loses the focus.
  list.addEventListener('pointerdown', event => {
    const href = event.target instanceof Element && event.target.closest<HTMLElement>('li')?.dataset.href
    if (href) location.href = href
    event.preventDefault()
  })
  // Somebody may have typed before this island was loaded, and may have left the box.
  if (input.value !== input.defaultValue && document.activeElement === input) askSoon()
}
