import { Formulas } from './formula.tsx'

export interface Range {
  start: number
  end: number
}

/** A text with what was found in it marked. */
export function Marked({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  const shown = []
  let end = 0
  for (const range of ranges) {
    shown.push(<Formulas key={end} text={text.slice(end, range.start)} />)
    shown.push(<mark key={`m${range.start}`}>{text.slice(range.start, range.end)}</mark>)
    end = range.end
  }
  return (
    <>
      {shown}
      <Formulas text={text.slice(end)} />
    </>
  )
}

const BEFORE = 60
const LENGTH = 280

/** The part of a long text around the first thing that was found, cut at words. */
export function snippet(text: string, ranges: readonly Range[]): { text: string; ranges: Range[] } {
  const first = ranges[0]?.start ?? 0
  if (text.length <= LENGTH) return { text, ranges: [...ranges] }
  const from = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1
  const space = text.lastIndexOf(' ', from + LENGTH)
  const to = text.length - from <= LENGTH ? text.length : Math.max(space, from + LENGTH - 40)
  const [opening, closing] = [from > 0 ? '… ' : '', to < text.length ? ' …' : '']
  const shift = opening.length - from
  return {
    text: `${opening}${text.slice(from, to)}${closing}`,
    ranges: ranges
      .filter(range => range.start >= from && range.end <= to)
      .map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  }
}
