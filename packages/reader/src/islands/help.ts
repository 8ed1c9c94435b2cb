const KEYS: readonly (readonly [string, string])[] = [
  ['j k', 'next and previous paper'],
  ['Enter', 'open it'],
  ['o', 'its PDF'],
  ['c', 'copy its BibTeX'],
  ['s', 'save it, or take it out'],
  ['h l', 'previous and next day, week or month'],
  ['/', 'search'],
  ['t', 'theme: as the system, light, dark'],
  ['?', 'these keys'],
]

function dialog(): HTMLDialogElement {
  const made = document.createElement('dialog')
  made.className = 'help'
  made.setAttribute('aria-labelledby', 'help-title')
  const title = document.createElement('h2')
  title.id = 'help-title'
  title.textContent = 'Keys'
  const list = document.createElement('dl')
  for (const [keys, does] of KEYS) {
    const term = document.createElement('dt')
    for (const key of keys.split(' ')) {
      const cap = document.createElement('kbd')
      cap.textContent = key
      term.append(cap, ' ')
    }
    const meaning = document.createElement('dd')
    meaning.textContent = does
    list.append(term, meaning)
  }
  const close = document.createElement('button')
  close.textContent = 'Close'
  close.addEventListener('click', () => made.close())
  made.append(title, list, close)
  made.addEventListener('click', ({ target }) => target === made && made.close())
  document.body.append(made)
  return made
}

let shown: HTMLDialogElement | undefined

export function showHelp(): void {
  shown ??= dialog()
  shown.showModal()
}
