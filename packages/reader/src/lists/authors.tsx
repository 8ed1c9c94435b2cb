import { at } from '../parts/addresses.ts'
import { counted } from '../parts/count.ts'
import { isSameName } from '../parts/same-name.ts'
import { nameClass, shortName } from '../parts/shortened.ts'

interface AuthorsProps {
  /** The first authors. */
  authors: { totalCount: number | null; nodes: readonly { name: string; ref: string }[] }
  /** Names to show wherever they stand: what a search found, or the author of the list. */
  wanted?: readonly string[] | undefined
  /** Whether these names are marked. */
  isMarked?: boolean
}

const MOST_WANTED = 3

/** `Ada Lovelace, Alan Turing and 9 more`, or `Ada Lovelace, Alan Turing, …, Grace Hopper and 8 more`. */
export function Authors({ authors: { totalCount, nodes }, wanted = [], isMarked = false }: AuthorsProps) {
  const isWanted = (name: string) => wanted.some(other => isSameName(other, name))
  const further = wanted
    .filter(name => !nodes.some(node => isSameName(node.name, name)))
    .slice(0, MOST_WANTED)
    .map(name => ({ name, ref: name }))
  const shown = [...nodes, ...further]
  const more = (totalCount ?? shown.length) - shown.length
  return (
    <>
      {shown.map(({ name, ref }, i) => (
        <span key={ref}>
          {i > 0 && (more <= 0 && i === shown.length - 1 ? ' and ' : ', ')}
          {more > 0 && i === nodes.length && '…, '}
          <a class={nameClass(name)} href={at.author(ref)} dir="auto">
            {isMarked && isWanted(name) ? <mark>{shortName(name)}</mark> : shortName(name)}
          </a>
        </span>
      ))}
      {more > 0 && (
        <>
          {' '}
          <span class="whole">and {counted(more, 'more', 'more')}</span>
        </>
      )}
    </>
  )
}
