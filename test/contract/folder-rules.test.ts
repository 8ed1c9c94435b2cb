import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const MOST_LINES = 250
const MOST_LINES_OF_MEDIAN = 50
const MOST_FILES = 21

/** The types of the schema refer to one another as the graph does, so their files do too. */
const isTypeOfTheSchema = (file: string) => file.startsWith('packages/graph/src/types/')
const isGenerated = (file: string) => file.endsWith('/examples.ts')

const sources = globSync(['packages/*/src/**/*.{ts,tsx}', 'infra/**/*.ts'], {
  exclude: name => /node_modules|cdk\.out|testing|\.test\.tsx?$/.test(name),
}).filter(file => !isGenerated(file))

const text = new Map(sources.map(file => [file, readFileSync(file, 'utf8')]))
const linesOf = (file: string): number => (text.get(file) ?? '').trimEnd().split('\n').length

/** A graph of imports: what each file or folder imports. */
type Arrows = ReadonlyMap<string, ReadonlySet<string>>

const files: Arrows = new Map(
  sources.map(file => {
    const paths = [...(text.get(file) ?? '').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
    return [file, new Set(paths.map(([, path = '']) => join(dirname(file), path)))]
  }),
)

const packageOf = (file: string): string =>
  file.startsWith('infra/') ? 'infra' : (dirname(file).split('/src')[0] ?? '')
const isAtTop = (file: string): boolean => [`${packageOf(file)}/src`, 'infra'].includes(dirname(file))
/** A file at the top of a package stands for itself: nothing says what its neighbours have in common. */
const placeOf = (file: string): string => (isAtTop(file) ? file : dirname(file))

const folders: Arrows = Map.groupBy(sources, placeOf)
  .entries()
  .map(([place, members]): [string, Set<string>] => {
    const imported = members.flatMap(file => [...(files.get(file) ?? [])].map(placeOf))
    return [place, new Set(imported.filter(other => other !== place))]
  })
  .reduce((all, [place, imported]) => all.set(place, imported), new Map<string, Set<string>>())

/** What is in a circle, or between two of them: what is left when all that nothing imports, and all that imports nothing, is taken away. */
function circles(arrows: Arrows): string[] {
  const left = new Map(arrows)
  for (let size = -1; size !== left.size; ) {
    size = left.size
    const imported = new Set([...left.values()].flatMap(names => [...names]))
    for (const [name, names] of left) {
      if (!imported.has(name) || ![...names].some(other => left.has(other))) left.delete(name)
    }
  }
  return [...left].flatMap(([name, names]) =>
    [...names].filter(other => left.has(other)).map(other => `${name} -> ${other}`),
  )
}

describe('imports point one way', () => {
  it('between folders', () => {
    expect(circles(folders)).toEqual([])
  })

  it('between files, except those of the types of the schema', () => {
    const others = [...files].filter(([file]) => !isTypeOfTheSchema(file))
    expect(circles(new Map(others))).toEqual([])
  })
})

describe('a reader finds and holds what they look for', () => {
  it(`no file has more than ${MOST_LINES} lines`, () => {
    expect(sources.filter(file => linesOf(file) > MOST_LINES)).toEqual([])
  })

  it(`half of the files have at most ${MOST_LINES_OF_MEDIAN} lines`, () => {
    const lengths = sources.map(linesOf).sort((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(MOST_LINES_OF_MEDIAN)
  })

  it(`no folder has more than ${MOST_FILES} files`, () => {
    const full = [...Map.groupBy(sources, file => dirname(file))].filter(
      ([, inside]) => inside.length > MOST_FILES,
    )
    expect(full.map(([folder, inside]) => `${folder}: ${inside.length}`)).toEqual([])
  })
})
