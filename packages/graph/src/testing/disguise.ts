import { Kind, parse, print, type SelectionSetNode, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import { schema } from '../schema.ts'

/** Ways to write one selection with fragments. A field left out in one place is present in another. */
const ways = [
  (all: string) => all,
  (_: string, spread: string) => spread,
  (_: string, spread: string) => `${spread} @include(if: $yes)`,
  (_: string, spread: string) => `${spread} @skip(if: true) ${spread}`,
  (all: string, spread: string) => `${spread} @include(if: $no) ${all}`,
  (all: string) => `... @include(if: $no) { ${all} } ${all}`,
  (all: string) => `... @skip(if: $no) { ${all} } again: __typename @skip(if: $yes)`,
]

/** The same query written with fragments and conditions. Each choice picks one way for one selection. */
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
