/** The script of every page. Other islands are loaded when they are first needed. */
import { startButtons } from './buttons.ts'
import { startKeys } from './keys.ts'
import { say } from './say.ts'
import { store } from './store.ts'
import { startTheme } from './theme.ts'

/** A page that an island fills is hidden until it is filled, at most for this time. */
const MOST_HIDDEN_MS = 10_000

document.documentElement.dataset.script = ''
const nextTheme = startTheme(store)
const buttons = startButtons(store, say, Date.now)
startKeys({ nextTheme, say, help: async () => (await import('./help.ts')).showHelp() })
store.visit(Date.now())

// Without a script, the form says UTC.
const zone = document.querySelector<HTMLInputElement>('.mail [name=timeZone]')
if (zone) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone

const search = document.querySelector<HTMLInputElement>('search input')
if (search) {
  const suggest = async () => (await import('./suggest.ts')).suggestFor(search)
  if (document.activeElement === search) void suggest()
  else search.addEventListener('focus', suggest, { once: true })
}

document.addEventListener(
  'pointerover',
  async ({ target }) => {
    if (target instanceof Element && target.closest('[data-tip]'))
      (await import('./tips.ts')).startTips(target)
  },
  { passive: true },
)

const { island } = document.body.dataset
const isReady = () => {
  document.body.dataset.ready = ''
  buttons.refresh()
}
if (island) setTimeout(isReady, MOST_HIDDEN_MS)
if (island === 'saved')
  import('./saved.ts').then(({ showSaved }) => showSaved({ store, say, isReady, now: Date.now }), isReady)
if (island === 'new') import('./new.ts').then(({ showNew }) => showNew({ store, isReady }), isReady)
