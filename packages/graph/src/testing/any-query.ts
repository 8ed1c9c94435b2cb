import fc from 'fast-check'
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isObjectType,
} from 'graphql'
import { schema } from '../schema.ts'

/** Names and ids that exist, so that random queries find something. */
export interface Known {
  papers: readonly string[]
  authors: readonly string[]
  keywords: readonly string[]
  organizations: readonly string[]
  accounts: readonly string[]
  days: readonly string[]
  ids: readonly string[]
}

const ranges = (known: Known) =>
  fc.oneof(
    fc.constantFrom(...known.days).map(day => `{ month: "${day.slice(0, 7)}" }`),
    fc.constantFrom(...known.days).map(day => `{ days: { from: "${day}" } }`),
    fc.integer({ min: 1, max: 31 }).map(days => `{ lastDays: ${days} }`),
  )

const filters = (known: Known) =>
  fc.oneof(
    ranges(known).map(range => `{ featured: ${range} }`),
    quoted(known.keywords).map(keyword => `{ keywords: [${keyword}], hasCode: true }`),
    quoted(known.authors).map(author => `{ authors: [${author}], minUpvotes: 1 }`),
  )

const quoted = (values: readonly string[]) => fc.constantFrom(...values).map(value => JSON.stringify(value))

/** A value for an argument. Undefined to leave it out. */
function valueFor(known: Known, field: string, arg: GraphQLArgument): fc.Arbitrary<string> | undefined {
  const named: Record<string, readonly string[]> = {
    paper: known.papers,
    author: known.authors,
    keyword: known.keywords,
    organization: known.organizations,
    hubUser: known.accounts,
    node: known.ids,
  }
  const type = getNamedType(arg.type)
  if (named[field]) return quoted(named[field])
  if (arg.name === 'refs') return fc.array(quoted(known.papers)).map(refs => `[${refs}]`)
  if (arg.name === 'ids') return fc.array(quoted(known.ids)).map(ids => `[${ids}]`)
  if (arg.name === 'first') return fc.integer({ min: 0, max: 12 }).map(String)
  if (arg.name === 'date') return quoted(known.days)
  if (arg.name === 'at') return quoted(known.days.map(day => `${day}T12:00:00Z`))
  if (type.name === 'DateRange') return ranges(known)
  if (type.name === 'PaperFilter') return filters(known)
  if (arg.name === 'query' || arg.name === 'text') return quoted(known.keywords)
  // Only a search of papers takes a filter.
  if (arg.name === 'in') return fc.constant('PAPERS')
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name))
  if (!/Order$/.test(type.name)) return undefined
  const fields = type.name === 'PaperOrder' ? ['FEATURED_ON', 'UPVOTES', 'TRENDING'] : ['NAME', 'PAPER_COUNT']
  return fc
    .tuple(fc.constantFrom(...fields), fc.constantFrom('ASC', 'DESC'))
    .map(([by, direction]) => `{ field: ${by}, direction: ${direction} }`)
}

type Field = GraphQLField<unknown, unknown>

/** Any query that the schema takes, so many fields deep. */
export function anyQuery(known: Known, depth: number): fc.Arbitrary<string> {
  const selection = (type: GraphQLObjectType, left: number): fc.Arbitrary<string> => {
    const fields = Object.values(type.getFields()).filter(
      ({ type }) => left > 0 || isLeafType(getNamedType(type)),
    )
    return fc
      .subarray(fields, { minLength: 1, maxLength: Math.min(3, fields.length) })
      .chain(chosen => fc.tuple(...chosen.map(field => asked(field, left - 1))))
      .map(parts => `{ ${parts.join(' ')} }`)
  }
  const asked = (field: Field, left: number): fc.Arbitrary<string> => {
    const values = field.args.flatMap(arg => {
      const value = valueFor(known, field.name, arg)
      const text = value?.map(each => `${arg.name}: ${each}`)
      const isAlways = arg.name === 'first' || /!$/.test(String(arg.type))
      return text ? [isAlways ? text : fc.option(text, { nil: '' })] : []
    })
    const args = fc.tuple(...values).map(texts => texts.filter(text => text !== ''))
    const type = getNamedType(field.type)
    const below = isObjectType(type)
      ? selection(type, left)
      : isAbstractType(type)
        ? fc
            .constantFrom(...schema.getPossibleTypes(type))
            .chain(each => selection(each, left).map(fields => `{ ... on ${each.name} ${fields} }`))
        : fc.constant('')
    return fc
      .tuple(args, below)
      .map(([texts, fields]) => `${field.name}${texts.length ? `(${texts.join(', ')})` : ''} ${fields}`)
  }
  const query = schema.getQueryType()
  if (!query) throw new Error('The schema has no queries')
  return selection(query, depth)
}
