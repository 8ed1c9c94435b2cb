import { at } from './addresses.ts'
import { addDays } from './dates.ts'

interface CalendarProps {
  /** `2026-05`. */
  month: string
  days: readonly { date: string; paperCount: number }[]
  now: number
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** The weeks that a month touches, each from Monday to Sunday. */
function weeksOf(month: string): string[][] {
  const first = `${month}-01`
  const weeks: string[][] = []
  let day = addDays(first, -((new Date(first).getUTCDay() + 6) % 7))
  while (day.slice(0, 7) <= month) {
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(day, i)))
    day = addDays(day, 7)
  }
  return weeks
}

/** Calendar of a month with the number of papers of each day. */
export function Calendar({ month, days, now }: CalendarProps) {
  const today = new Date(now).toISOString().slice(0, 10)
  const counts = new Map(days.map(({ date, paperCount }) => [date, paperCount]))
  return (
    <table class="calendar">
      <caption class="hidden">Papers by day</caption>
      <thead>
        <tr>
          {WEEKDAYS.map(name => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map(week => (
          <tr key={week[0]}>
            {week.map(date => {
              const papers = counts.get(date)
              if (!date.startsWith(month)) return <td key={date} />
              if (papers === undefined) return <td key={date}>{Number(date.slice(-2))}</td>
              return (
                <td key={date}>
                  <a href={at.day(date)} aria-current={date === today ? 'date' : undefined}>
                    <b>{Number(date.slice(-2))}</b> {papers} <span>papers</span>
                  </a>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
