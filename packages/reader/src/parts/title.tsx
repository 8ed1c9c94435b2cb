import { Formulas } from './formula.tsx'

const COMPOUND = /([^\s-]*(?:-[^\s-]+)+)/
/** Longer compounds may break, on narrow screens or on all, so that no line is left half empty. */
const LONGEST_WHOLE = 14
const LONGEST_WHOLE_IF_WIDE = 22

const whole = (text: string) =>
  text.split(COMPOUND).map((part, i) =>
    i % 2 === 1 && part.length <= LONGEST_WHOLE_IF_WIDE ? (
      <span key={i} class={part.length <= LONGEST_WHOLE ? 'whole' : 'whole long'}>
        {part}
      </span>
    ) : (
      part
    ),
  )

/** A title or a name, or a part of one. No line ends within a compound such as `On-Policy`. */
export const Title = ({ text }: { text: string }) => <Formulas text={text} shownAs={whole} />
