import { minifyIntrospection, outputIntrospectionFile } from 'gql.tada/internal'
import { buildSchema, introspectionFromSchema } from 'graphql'

/** The types that the documents of the reader's pages are checked by, made from the schema as it is served. */
export async function readerTypes(sdl: string): Promise<string> {
  const introspection = introspectionFromSchema(buildSchema(sdl), { descriptions: false })
  const types = await outputIntrospectionFile(minifyIntrospection(introspection as never), {
    fileType: '.d.ts',
    shouldPreprocess: true,
  })
  return `// Made from the schema by \`pnpm schema\`; do not edit.\n${types}`
}
