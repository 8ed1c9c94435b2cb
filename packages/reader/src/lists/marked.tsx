import type { ComponentType } from 'preact'
import { Formulas } from '../parts/formula.tsx'

export interface Range {
  start: number
  end: number
}

interface MarkedProps {
  text: string
  ranges: readonly Range[]
  /** How the text between matches is shown. */
  as?: ComponentType<{ text: string }>
}

/** A text with its matches marked. */
export function Marked({ text, ranges, as: Shown = Formulas }: MarkedProps) {
  const shown = []
  let end = 0
  for (const range of ranges) {
    shown.push(<Shown key={end} text={text.slice(end, range.start)} />)
    shown.push(<mark key={`m${range.start}`}>{text.slice(range.start, range.end)}</mark>)
    end = range.end
  }
  return (
    <>
      {shown}
      <Shown text={text.slice(end)} />
    </>
  )
}
