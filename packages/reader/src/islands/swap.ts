/** Puts what another address shows into this page, under this page's own address. */
export async function swapMain(url: string): Promise<void> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const main = page.querySelector('main')
  if (main) document.querySelector('main')?.replaceWith(main)
  // The browser has put the page where it was before there was enough of it.
  const { y } = (history.state ?? {}) as { y?: number }
  if (y) scrollTo(0, y)
  addEventListener('pagehide', () => history.replaceState({ y: scrollY }, ''))
}
