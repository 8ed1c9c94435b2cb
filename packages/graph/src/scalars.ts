import { isDay } from '@daily-papers/papers/days.ts'
import { GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { badInput, quoted } from './errors.ts'

/** A scalar that is a string of one strict form, in literals and variables. Output is not checked. */
function strictString(config: {
  name: string
  description: string
  specifiedByURL: string
  /** The canonical form, or null when the text is not one. */
  parse: (text: string) => string | null
  /** The expected form, for the message. */
  form: string
}): GraphQLScalarType<string, string> {
  const { name, description, specifiedByURL, form } = config
  const parse = (value: unknown, node?: ValueNode): string => {
    const parsed = typeof value === 'string' ? config.parse(value) : null
    if (parsed !== null) return parsed
    throw badInput(`${quoted(value)} is no ${name}: write ${form}.`, node)
  }
  return new GraphQLScalarType<string, string>({
    name,
    description,
    specifiedByURL,
    serialize: value => value as string,
    parseValue: value => parse(value),
    parseLiteral: (node: ValueNode) =>
      parse(node.kind === Kind.STRING ? node.value : 'value' in node ? node.value : node.kind, node),
  })
}

export const DateScalar = strictString({
  name: 'Date',
  description:
    'A calendar day in UTC, as `YYYY-MM-DD`, for example `2024-03-12`. An impossible date is an error.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date',
  form: 'an existing day as YYYY-MM-DD, for example 2024-03-12',
  parse: text => (isDay(text) ? text : null),
})

const INSTANT =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

export const DateTimeScalar = strictString({
  name: 'DateTime',
  description:
    'An instant in RFC 3339. Results are in UTC with milliseconds, for example `2024-03-12T08:30:00.000Z`. Arguments may have any offset.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time',
  form: 'an instant as RFC 3339 does, with Z or an offset, for example 2024-03-12T08:30:00Z',
  parse: text => {
    const day = INSTANT.exec(text)?.[1]
    return day !== undefined && isDay(day) ? new Date(text).toISOString() : null
  },
})

export const URLScalar = strictString({
  name: 'URL',
  description: 'An absolute http or https URL (RFC 3986).',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3986',
  form: 'an absolute http or https URL',
  parse: text => (/^https?:\/\//.test(text) && URL.canParse(text) ? text : null),
})
