import { minifyIntrospection, outputIntrospectionFile } from 'gql.tada/internal'
import { buildSchema, introspectionFromSchema } from 'graphql'

/** The types that documents of the reader and of agents are checked by, made from the schema as it is served. */
export async function graphTypes(sdl: string): Promise<string> {
  const introspection = introspectionFromSchema(buildSchema(sdl), { descriptions: false })
  const types = await outputIntrospectionFile(minifyIntrospection(introspection as never), {
    fileType: '.d.ts',
    shouldPreprocess: true,
  })
  return `// Made from the schema by \`pnpm schema\`; do not edit.\n${types}`
}
