import { Formulas } from '../parts/formula.tsx'

export interface Range {
  start: number
  end: number
}

/** A text with its matches marked. */
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
