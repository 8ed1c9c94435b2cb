/** Loads the content of another address into this page. The page keeps its own address. */
export async function swapMain(url: string): Promise<void> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const main = page.querySelector('main')
  if (main) document.querySelector('main')?.replaceWith(main)
  // The browser restored the scroll position before the page was long enough.
  const { y } = (history.state ?? {}) as { y?: number }
  if (y) scrollTo(0, y)
  addEventListener('pagehide', () => history.replaceState({ y: scrollY }, ''))
}
