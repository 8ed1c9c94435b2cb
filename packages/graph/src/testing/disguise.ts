import { Kind, parse, print, type SelectionSetNode, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import { schema } from '../schema.ts'

/** How a selection may be asked for by a fragment of the same; what is left out in one place is there in another. */
const ways = [
  (all: string) => all,
  (_: string, spread: string) => spread,
  (_: string, spread: string) => `${spread} @include(if: $yes)`,
  (_: string, spread: string) => `${spread} @skip(if: true) ${spread}`,
  (all: string, spread: string) => `${spread} @include(if: $no) ${all}`,
  (all: string) => `... @include(if: $no) { ${all} } ${all}`,
  (all: string) => `... @skip(if: $no) { ${all} } again: __typename @skip(if: $yes)`,
]

/** The same question asked otherwise, by fragments and conditions; each choice is of how one selection is asked. */
export function disguised(query: string, choices: readonly number[]): string {
  const info = new TypeInfo(schema)
  const fragments: string[] = []
  let made = 0
  const leave = (set: SelectionSetNode): SelectionSetNode => {
    const way = ways[(choices[made % choices.length] ?? 0) % ways.length]
    const name = `F${++made}`
    const all = set.selections.map(print).join(' ')
    const text = way?.(all, `...${name}`) ?? all
    if (text.includes(`...${name}`)) fragments.push(`fragment ${name} on ${info.getParentType()} { ${all} }`)
    const [operation] = parse(`{ ${text} }`).definitions
    return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : set
  }
  const [operation] = visit(parse(query), visitWithTypeInfo(info, { SelectionSet: { leave } })).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('There is no operation')
  const texts = [print(operation.selectionSet), ...fragments]
  const used = ['yes', 'no'].filter(name => texts.join().includes(`$${name}`))
  const variables = used.map(name => `$${name}: Boolean! = ${name === 'yes'}`)
  return `query ${variables.length ? `(${variables})` : ''} ${texts.join(' ')}`
}
