import type { Day } from '@daily-papers/papers/paper.ts'
import type { PaperOrder } from '../questions.ts'

const DAY = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])'
const ID = '[\\w.-]+(?:/\\d+)?'

/** The form of positions by day among the papers of one day. */
export const formOnDay = (day: Day): RegExp => new RegExp(`^${day}#${ID}$`)

const COUNTER_FORM = new RegExp(`^(?:\\d{7}|-{7})#${ID}$`)

/** The forms of positions; a cursor with a position of another form is forged. */
export const DAY_FORM: RegExp = new RegExp(`^${DAY}$`)
export const PAPER_FORMS = {
  featuredOn: new RegExp(`^${DAY}#${ID}$`),
  publishedAt: new RegExp(`^${DAY}T[\\d:.]{12}Z#${ID}$`),
  upvotes: COUNTER_FORM,
  comments: COUNTER_FORM,
  githubStars: COUNTER_FORM,
  trending: new RegExp(`^\\d{7}\\.\\d{6}#${ID}$`),
} as const satisfies Record<PaperOrder, RegExp>
export const GAIN_FORM: RegExp = new RegExp(`^\\d{7}#${ID}$`)
export const CHANGE_FORM: RegExp = new RegExp(`^${DAY}~(?:${DAY}T[\\d:.]{12}Z)?#\\d{5}$`)
