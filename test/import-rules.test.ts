import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Which of our packages each package may import, and which outside packages it alone may import. */
const house = {
  'packages/papers': { ours: [], owns: [] },
  'packages/store': { ours: ['papers'], owns: [/^@aws-sdk\/(client|lib)-dynamodb/] },
  'packages/snapshot': { ours: ['papers', 'store'], owns: [/^node:sqlite$/, /^@aws-sdk\/(client-s3|s3-)/] },
  'packages/ingest': { ours: ['papers', 'store'], owns: [/^p-retry$/, /^@aws-sdk\/client-ssm/] },
  'packages/api': {
    ours: ['papers', 'store', 'snapshot'],
    owns: [/^graphql/, /^@pothos/, /^@graphql-yoga/, /^feedsmith$/],
  },
  'packages/local': {
    ours: ['papers', 'store', 'snapshot', 'ingest', 'api'],
    owns: [/^dynalite/, /^cli-progress$/],
  },
  infra: {
    ours: ['papers', 'store', 'snapshot', 'ingest', 'api'],
    owns: [/^aws-cdk-lib/, /^constructs$/, /^cdk-nag$/],
  },
} as const satisfies Record<string, { ours: readonly string[]; owns: readonly RegExp[] }>

const importsIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name)

for (const [folder, { ours }] of Object.entries(house)) {
  const files = globSync(`${folder}/**/*.ts`, {
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
    const foreign = Object.entries(house)
      .filter(([other]) => other !== folder)
      .flatMap(([, { owns }]): readonly RegExp[] => owns)
    const wrong = files.flatMap(file =>
      importsIn(file)
        .filter(name => foreign.some(pattern => pattern.test(name)))
        .map(name => `${file} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  it(`${folder} reaches into no other package by a path`, () => {
    expect(files.filter(file => importsIn(file).some(name => /\.\.\/.*packages\//.test(name)))).toEqual([])
  })
}

it('no module re-exports another whole', () => {
  const files = globSync('packages/*/src/**/*.ts')
  expect(files.filter(file => /^export \*/m.test(readFileSync(file, 'utf8')))).toEqual([])
})
