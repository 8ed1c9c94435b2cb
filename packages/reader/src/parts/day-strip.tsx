import { at } from './addresses.ts'
import { shortDay, weekday } from './dates.ts'

interface DayStripProps {
  /** Newest first. */
  days: readonly { date: string; paperCount: number }[]
  current: string
  label?: string
}

const STEPS = 10

/** The last days as bars, which show the number of papers and link to the day. */
export function DayStrip({ days, current, label = 'The last days' }: DayStripProps) {
  const most = Math.max(1, ...days.map(({ paperCount }) => paperCount))
  return (
    <nav class="strip" aria-label={label}>
      <ol>
        {days.toReversed().map(({ date, paperCount }) => (
          <li key={date}>
            <a href={at.day(date)} aria-current={date === current ? 'page' : undefined}>
              <i class={`bar b${Math.max(1, Math.round((paperCount / most) * STEPS))}`}>
                {paperCount}
                <span class="hidden"> papers</span>
              </i>{' '}
              <b>{weekday(date)}</b> <span>{shortDay(date)}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
