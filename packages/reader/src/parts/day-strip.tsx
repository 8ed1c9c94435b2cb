import { at } from './addresses.ts'
import { addDays, shortDay, weekday } from './dates.ts'

interface StripDay {
  date: string
  /** Null for a day without papers. */
  paperCount: number | null
}

interface DayStripProps {
  /** Newest first. */
  days: readonly StripDay[]
  current: string
  label?: string
}

/** Height of the tallest bar, in CSS pixels. */
const TALLEST = 36

const DayName = ({ date }: { date: string }) => (
  <>
    <b>{weekday(date)}</b> <span>{shortDay(date)}</span>
  </>
)

/** The last days as bars, which show the number of papers and link to the day. */
export function DayStrip({ days, current, label = 'The last days' }: DayStripProps) {
  const most = Math.max(1, ...days.map(({ paperCount }) => paperCount ?? 0))
  return (
    <nav class="strip" aria-label={label}>
      <ol>
        {days.toReversed().map(({ date, paperCount }, i, all) => (
          <li
            key={date}
            class={date !== addDays(all[i - 1]?.date ?? addDays(date, -1), 1) ? 'later' : undefined}
          >
            {paperCount === null ? (
              <p>
                <i class="bar">–</i> <DayName date={date} />
              </p>
            ) : (
              <a href={at.day(date)} aria-current={date === current ? 'page' : undefined}>
                <i class="bar">
                  {paperCount}
                  <span class="hidden"> papers</span>
                  <svg height={Math.max(2, Math.round((paperCount / most) * TALLEST))} aria-hidden="true" />
                </i>{' '}
                <DayName date={date} />
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
