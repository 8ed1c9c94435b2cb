import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { schema } from '@daily-papers/graph/schema.ts'
import {
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isObjectType,
  isRequiredArgument,
  printSchema,
} from 'graphql'
import { describe, expect, onTestFinished, test } from 'vitest'
import { compileRelay, hasRelayCompiler } from './relay-compiler.ts'

const pagingArguments = {
  first: '{ type: "Int", defaultValue: 20 }',
  after: '{ type: "String" }',
  last: '{ type: "Int" }',
  before: '{ type: "String" }',
}

/** A value for an argument that has to be given: what to search for, a window. */
function valueFor(type: GraphQLInputType): string {
  const named = getNamedType(type)
  return isEnumType(named) ? (named.getValues()[0]?.name ?? '') : '"sampling"'
}

/** Every field that gives a connection, with the arguments it has: `changes` and `rising` go forward alone. */
const connections = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap(type =>
    Object.values(type.getFields())
      .filter(field => getNamedType(field.type).name.endsWith('Connection'))
      .map(field => ({
        type: type.name,
        field: field.name,
        module: `${type.name}_${field.name}`,
        paging: Object.entries(pagingArguments).filter(([name]) => field.args.some(arg => arg.name === name)),
        others: field.args.filter(isRequiredArgument).map(({ name, type }) => `${name}: ${valueFor(type)}`),
      })),
  )

/** A module with the fragment that pages through a connection in every direction it has, as a component would have it. */
const pagination = ({ type, field, module, paging, others }: (typeof connections)[number]) => `
import { graphql } from 'relay-runtime'
graphql\`
  fragment ${module} on ${type}
  @refetchable(queryName: "${module}_Page")
  @argumentDefinitions(
    ${paging.map(([name, definition]) => `${name}: ${definition}`).join('\n    ')}
  ) {
    ${field}(${[...others, ...paging.map(([name]) => `${name}: $${name}`)].join(', ')}) @connection(key: "${module}_${field}") {
      edges { node { __typename } }
    }
  }
\`
`

/** Compiles the fragments against a schema; gives the operations that page through the connections. */
async function compile(sdl: string): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'relay-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'src'))
  await writeFile(join(folder, 'schema.graphql'), sdl)
  await writeFile(
    join(folder, 'relay.config.json'),
    JSON.stringify({ src: './src', schema: './schema.graphql', language: 'typescript' }),
  )
  for (const connection of connections) {
    await writeFile(join(folder, 'src', `${connection.module}.ts`), pagination(connection))
  }
  await compileRelay(folder)
  const made = join(folder, 'src', '__generated__')
  const pages = (await readdir(made)).filter(name => name.endsWith('_Page.graphql.ts'))
  return new Map(
    await Promise.all(
      pages.map(async name => [name.split('.')[0], await readFile(join(made, name), 'utf8')] as const),
    ),
  ) as Map<string, string>
}

describe.skipIf(!hasRelayCompiler)('relay-compiler, where it has a program for the platform', () => {
  test('makes a page query of every connection, by the node it is on or by the query itself', async () => {
    const pages = await compile(printSchema(schema))
    expect([...pages.keys()].sort()).toEqual(connections.map(({ module }) => `${module}_Page`).sort())
    for (const { type, module } of connections) {
      const text = pages.get(`${module}_Page`) ?? ''
      expect(text.includes('node(id: $id)')).toBe(type !== 'Query')
      expect(text).toContain('pageInfo')
    }
  })

  test('refuses a schema whose connections lack what Relay asks of them', async () => {
    const broken = printSchema(schema).replaceAll(/^ {2}hasNextPage: Boolean!$/gm, '')
    await expect(compile(broken)).rejects.toThrow('hasNextPage')
  })
})
