import type { Say } from './say.ts'
import type { SavedPaper, Store } from './store.ts'
import { swapMain } from './swap.ts'

interface SavedOptions {
  store: Store
  say: Say
  isReady: () => void
  now: () => number
}

/** The most ids that the page takes in its address. */
const MOST = 100

const ARXIV_ID = /(?<![\d.])\d{4}\.\d{4,5}(?!\d)/g

/** Ids of papers in our JSON, or in any text that contains arXiv ids. */
function papersIn(text: string, savedAt: string): SavedPaper[] {
  try {
    const { papers } = JSON.parse(text) as { papers: Partial<SavedPaper>[] }
    const known = papers.filter(({ paperId }) => paperId?.match(ARXIV_ID)?.[0] === paperId)
    if (known.length > 0)
      return known.map(({ paperId, savedAt: at }) => ({ paperId: String(paperId), savedAt: at ?? savedAt }))
  } catch {}
  return [...new Set(text.match(ARXIV_ID))].map(paperId => ({ paperId, savedAt }))
}

function download(text: string, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Adds the papers saved in this browser to the page's address, if the address has none. */
export async function showSaved({ store, say, isReady, now }: SavedOptions): Promise<void> {
  const isOwn = !new URLSearchParams(location.search).has('ids')
  const show = async () => {
    const ids = store.saved().map(({ paperId }) => paperId)
    if (isOwn && ids.length > 0)
      await swapMain(`/saved?own=1&ids=${ids.slice(0, MOST).join(',')}`).catch(() =>
        say('The papers could not be loaded. Reload the page.'),
      )
    isReady()
  }
  const add = async (text: string) => {
    const known = new Set(store.saved().map(({ paperId }) => paperId))
    const added = papersIn(text, new Date(now()).toISOString()).filter(({ paperId }) => !known.has(paperId))
    store.keep([...added, ...store.saved()])
    say(added.length === 1 ? '1 paper added' : `${added.length} papers added`)
    await show()
  }
  document.addEventListener('submit', event => {
    const form = event.target instanceof HTMLFormElement ? event.target : null
    if (!form?.hasAttribute('data-import')) return
    event.preventDefault()
    add(form.querySelector('textarea')?.value ?? '')
  })
  document.addEventListener('change', async ({ target }) => {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : null
    if (file) add(await file.text())
  })
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.matches('[data-export]'))
      download(JSON.stringify({ version: 1, papers: store.saved() }, null, 2), 'saved-papers.json')
  })
  await show()
}
