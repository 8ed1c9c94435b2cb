let tip: HTMLElement | undefined

/** Island: shows the number of a point or bar of a chart as a tip. */
export function startTips(target: Element): void {
  const mark = target.closest<SVGElement>('[data-tip]')
  if (!mark) return
  if (!tip) {
    tip = document.createElement('div')
    tip.className = 'tip'
    tip.setAttribute('aria-hidden', 'true')
    document.body.append(tip)
  }
  tip.textContent = mark.dataset.tip ?? ''
  const { left, top, width } = mark.getBoundingClientRect()
  // The content security policy forbids style attributes, but a script may set styles.
  tip.style.left = `${left + width / 2 + scrollX}px`
  tip.style.top = `${top + scrollY}px`
  tip.hidden = false
  mark.addEventListener(
    'pointerleave',
    () => {
      if (tip) tip.hidden = true
    },
    { once: true },
  )
}
