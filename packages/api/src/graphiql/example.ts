/** An operation that GraphiQL offers. */
export interface Example {
  /** File name without its ending: `01-latest-day`. */
  name: string
  /** Its first line is a comment: what it is for, a colon, and more about it. */
  query: string
}

/** Values for the variables of examples, by their names. */
export type ExampleValues = Readonly<Record<string, unknown>>

/** A query as GraphiQL takes it, its variables as JSON. */
export interface Tab {
  query: string
  variables?: string
}

/** What an example is for: `Papers by an author`. */
export const titleOf = ({ name, query }: Example): string => /^# ([^:.]+)/.exec(query)?.[1] ?? name

/** Whether an example cannot be asked without values: it has a variable that must be given. */
export const needsValues = ({ query }: Example): boolean => /\$\w+: \S+!\s*[,)]/.test(query)

/** An example with the values of those variables that it declares. */
export function tabOf({ query }: Example, values: ExampleValues): Tab {
  const declared = [...query.matchAll(/\$(\w+)\s*:/g)].flatMap(([, name = '']) =>
    name in values ? [[name, values[name]]] : [],
  )
  if (declared.length === 0) return { query }
  return { query, variables: JSON.stringify(Object.fromEntries(declared), null, 2) }
}

/** The query and variables that an address holds, or undefined. */
export function tabIn(search: string): Tab | undefined {
  const parameters = new URLSearchParams(search)
  const [query, variables] = [parameters.get('query'), parameters.get('variables')]
  return query ? { query, ...(variables && { variables }) } : undefined
}

/** Where GraphiQL opens with a tab. */
export const addressOf = (tab: Tab): string => `/graphql?${new URLSearchParams({ ...tab })}`
