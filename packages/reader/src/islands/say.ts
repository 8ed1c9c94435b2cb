let line: HTMLElement | undefined
let timer = 0

/** Shows what just happened, also to screen readers. */
export function say(text: string): void {
  if (!line) {
    line = document.createElement('p')
    line.className = 'said'
    line.role = 'status'
    document.body.append(line)
  }
  line.textContent = text
  line.dataset.shown = ''
  clearTimeout(timer)
  timer = setTimeout(() => delete line?.dataset.shown, 2_500)
}

export type Say = typeof say
