import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

/** Which of our packages each package may import, and which outside packages it alone may import. */
const house = {
  'packages/papers': { ours: [], owns: [] },
  'packages/store': { ours: ['papers'], owns: [/^@aws-sdk\/(client|lib)-dynamodb/] },
  'packages/snapshot': { ours: ['papers', 'store'], owns: [/^node:sqlite$/, /^@aws-sdk\/(client-s3|s3-)/] },
  'packages/ingest': { ours: ['papers', 'store'], owns: [/^p-retry$/, /^@aws-sdk\/client-ssm/] },
  'packages/graph': { ours: ['papers', 'store', 'snapshot'], owns: [/^graphql$/, /^@pothos/] },
  'packages/api': {
    ours: ['papers', 'store', 'snapshot', 'graph', 'reader', 'agents'],
    owns: [/^graphql/, /^@graphql-yoga/, /^feedsmith$/],
  },
  'packages/reader': { ours: [], owns: [/^preact/, /^gql\.tada$/, /^temml$/, /^d3-/, /^badge-maker$/] },
  'packages/agents': { ours: [], owns: [/^@modelcontextprotocol\//, /^gql\.tada$/] },
  'packages/digest': {
    ours: [],
    // A table of its own is no part of the store's.
    owns: [/^nodemailer/, /^postal-mime$/, /^@aws-sdk\/client-sesv2$/, /^@aws-sdk\/(client|lib)-dynamodb/],
  },
  'packages/local': {
    ours: ['papers', 'store', 'snapshot', 'ingest', 'api', 'reader', 'digest', 'agents'],
    owns: [/^dynalite/, /^cli-progress$/],
  },
  infra: {
    ours: ['papers', 'store', 'snapshot', 'ingest', 'api', 'reader', 'digest'],
    owns: [/^aws-cdk-lib/, /^constructs$/, /^cdk-nag$/],
  },
} as const satisfies Record<string, { ours: readonly string[]; owns: readonly RegExp[] }>

/** The room of a file: its folder just below the package, or the file itself where it lies beside the folders. */
const roomOf = (file: string): string => /^(?:packages\/\w+|infra)\/\w+\/[^/]+/.exec(file)?.[0] ?? file

/** What can be reached from a place by arrows. */
function reached(from: string, arrows: ReadonlyMap<string, ReadonlySet<string>>, seen = new Set<string>()) {
  for (const to of arrows.get(from) ?? []) if (!seen.has(to)) reached(to, arrows, seen.add(to))
  return seen
}

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'))

const importsIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name)

for (const [folder, { ours, owns: own }] of Object.entries(house)) {
  const files = globSync(`${folder}/**/*.{ts,tsx}`, {
    exclude: name => /node_modules|cdk\.out|testing|\.test\.ts/.test(name),
  })

  it(`${folder} imports only ${ours.length ? ours.join(', ') : 'none'} of ours`, () => {
    const allowed: readonly string[] = ours
    const wrong = files.flatMap(file =>
      importsIn(file)
        .filter(name => name.startsWith('@daily-papers/') && !allowed.includes(name.split('/')[1] ?? ''))
        .map(name => `${file} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  it(`${folder} leaves the outside worlds of the others alone`, () => {
    const isOwn = (name: string) => own.some((pattern: RegExp) => pattern.test(name))
    const foreign = Object.entries(house)
      .filter(([other]) => other !== folder)
      .flatMap(([, { owns }]): readonly RegExp[] => owns)
    const wrong = files.flatMap(file =>
      importsIn(file)
        .filter(name => !isOwn(name) && foreign.some(pattern => pattern.test(name)))
        .map(name => `${file} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  it(`${folder} reaches into no other package by a path`, () => {
    expect(files.filter(file => importsIn(file).some(name => /\.\.\/.*packages\//.test(name)))).toEqual([])
  })

  it(`${folder} has no circle of imports between its folders`, () => {
    const arrows = Map.groupBy(
      files.flatMap(file =>
        importsIn(file)
          .filter(name => name.startsWith('.'))
          .map(name => ({ from: roomOf(file), to: roomOf(join(dirname(file), name)) }))
          .filter(({ from, to }) => from !== to),
      ),
      ({ from }) => from,
    )
    const sets = new Map([...arrows].map(([from, all]) => [from, new Set(all.map(({ to }) => to))]))
    expect([...sets.keys()].filter(room => reached(room, sets).has(room))).toEqual([])
  })
}

const folderOf = (name: string): string => (name === 'infra' ? name : `packages/${name}`)

/** What others may import of a package: the `exports` of its package.json, `*` standing for any name. */
const doorsOf = (name: string): [string, string][] =>
  Object.entries(JSON.parse(readFileSync(`${folderOf(name)}/package.json`, 'utf8')).exports)

const everywhere = globSync(['packages/**/*.{ts,json}', 'infra/**/*.ts', 'test/**/*.{ts,mjs}'], {
  exclude: name => /node_modules|cdk\.out/.test(name),
})
const imported = everywhere.flatMap(file =>
  [...readFileSync(file, 'utf8').matchAll(/@daily-papers\/([a-z]+)\/([\w./-]+\.ts)/g)]
    .filter(([, name = '']) => !file.startsWith(`${folderOf(name)}/`))
    .map(([, name = '', path]) => ({ name, door: `./${path}`, file })),
)

for (const name of [...globSync('*', { cwd: 'packages' }), 'infra']) {
  const doors = doorsOf(name)
  const opens = (door: string, asked: string) =>
    door.endsWith('*') ? asked.startsWith(door.slice(0, -1)) : door === asked

  it(`${folderOf(name)} lists its doors one by one, but for what it lends to tests`, () => {
    for (const [door, behind] of doors) {
      // A door is called as its file; in which folder that is, is the package's own affair.
      expect(behind.split('/').at(-1)).toBe(door.split('/').at(-1))
      if (door.includes('*')) expect(door).toMatch(/\/testing\/\*$/)
      else expect(existsSync(`${folderOf(name)}/${behind}`), door).toBe(true)
    }
  })

  it(`${folderOf(name)} is entered only by its doors, and has none that nobody uses`, () => {
    const asked = imported.filter(each => each.name === name)
    expect(asked.filter(({ door }) => !doors.some(([open]) => opens(open, door)))).toEqual([])
    // The commands are opened by package.json's scripts, and by tests through a variable.
    const commands = name === 'local' ? Object.values(scripts).join(' ') : ''
    const used = ([door, behind]: [string, string]) =>
      asked.some(each => opens(door, each.door)) || commands.includes(behind.replace('./', 'local/'))
    expect(doors.filter(door => !used(door))).toEqual([])
  })
}

it('what is lent to tests is used by tests alone', () => {
  const fromTests = (file: string) => file.startsWith('test/') || /testing\/|\.test\.ts$/.test(file)
  expect(imported.filter(({ door, file }) => door.includes('testing/') && !fromTests(file))).toEqual([])
})

it('no module re-exports another whole', () => {
  const files = globSync('packages/*/src/**/*.ts')
  expect(files.filter(file => /^export \*/m.test(readFileSync(file, 'utf8')))).toEqual([])
})
