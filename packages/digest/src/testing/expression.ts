type Item = Record<string, unknown>
type Values = Record<string, unknown>

export interface Named {
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Values
}

const TOKENS = /attribute_(?:not_)?exists|begins_with|AND|OR|IN|<=|[<=(),]|[#:]?\w+/g

const tokenized = new Map<string, string[]>()

function tokensOf(expression: string): string[] {
  const known = tokenized.get(expression) ?? expression.match(TOKENS) ?? []
  tokenized.set(expression, known)
  return known
}

/** Whether an item meets an expression of DynamoDB: the part of that language that the digest uses. */
export function meets(expression: string, item: Item, named: Named): boolean {
  const tokens = tokensOf(expression)
  let at = 0
  const next = () => tokens[at++] ?? ''
  const name = (token: string) => named.ExpressionAttributeNames?.[token] ?? token
  const value = (token: string) => named.ExpressionAttributeValues?.[token]

  const any = (): boolean => {
    let result = all()
    while (tokens[at] === 'OR') {
      at++
      result = all() || result
    }
    return result
  }
  const all = (): boolean => {
    let result = one()
    while (tokens[at] === 'AND') {
      at++
      result = one() && result
    }
    return result
  }
  const one = (): boolean => {
    const token = next()
    if (token === '(') {
      const result = any()
      next()
      return result
    }
    if (token.startsWith('attribute_')) {
      const [, path = ''] = [next(), next(), next()]
      return (item[name(path)] !== undefined) === (token === 'attribute_exists')
    }
    if (token === 'begins_with') {
      const [, path = '', , start = ''] = [next(), next(), next(), next(), next()]
      return String(item[name(path)]).startsWith(String(value(start)))
    }
    return compare(item[name(token)], next())
  }
  const compare = (left: unknown, operator: string): boolean => {
    if (operator === 'IN') {
      const among: unknown[] = []
      while (next() !== ')') among.push(value(next()))
      return among.includes(left)
    }
    const right = value(next())
    if (left === undefined) return false
    if (operator === '=') return left === right
    const [a, b] = [left as string, right as string]
    return operator === '<' ? a < b : a <= b
  }
  return any()
}

/** The attributes that an update expression leaves: `SET`, `REMOVE` and `ADD` of whole attributes. */
export function updated(expression: string, item: Item, named: Named): Item {
  const result = { ...item }
  const name = (token: string) => named.ExpressionAttributeNames?.[token] ?? token
  for (const [, verb, rest = ''] of expression.matchAll(
    /(SET|REMOVE|ADD) (.*?)(?= (?:SET|REMOVE|ADD) |$)/g,
  )) {
    for (const part of rest.split(',')) {
      const [path = '', token = ''] = part.trim().split(/\s*=\s*|\s+/)
      const given = named.ExpressionAttributeValues?.[token]
      const before = result[name(path)]
      if (verb === 'REMOVE') delete result[name(path)]
      else if (verb === 'SET') result[name(path)] = given
      else if (given instanceof Set)
        result[name(path)] = new Set([...((before as Set<string>) ?? []), ...given])
      else result[name(path)] = Number(before ?? 0) + Number(given)
    }
  }
  return result
}
