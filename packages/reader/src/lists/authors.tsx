import { at } from '../parts/addresses.ts'
import { counted } from '../parts/count.ts'
import { shortName } from '../parts/shortened.ts'

interface AuthorsProps {
  authors: { totalCount: number | null; nodes: readonly { name: string; ref: string }[] }
}

/** `Ada Lovelace, Alan Turing and 9 more`. */
export function Authors({ authors: { totalCount, nodes } }: AuthorsProps) {
  const more = (totalCount ?? nodes.length) - nodes.length
  return (
    <>
      {nodes.map(({ name, ref }, i) => (
        <span key={ref}>
          {i > 0 && (more === 0 && i === nodes.length - 1 ? ' and ' : ', ')}
          <a href={at.author(ref)} dir="auto">
            {shortName(name)}
          </a>
        </span>
      ))}
      {more > 0 && ` and ${counted(more, 'more', 'more')}`}
    </>
  )
}
