/**
 * `node infra/bin/bundle.ts ENTRY FOLDER …`: bundles each function's module into FOLDER/index.mjs, with linked source maps.
 * A dynamic import becomes a file of its own, which no cold start reads.
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildReader } from '@daily-papers/reader/build.ts'
import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec'
import { type BuildOptions, build, type OutputFile, type Plugin } from 'esbuild'

const repository = fileURLToPath(new URL('../..', import.meta.url))

const options = {
  absWorkingDir: repository,
  bundle: true,
  write: false as const,
  minify: true,
  sourcesContent: false,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  // GraphiQL's 9 MB are copied beside the bundle: see `api-function.ts`.
  external: ['@graphql-yoga/render-graphiql'],
  // In production GraphQL skips its checks for a second copy of itself.
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
} satisfies BuildOptions

/** Importing `node:http` as an ES module loads every web client of Node: 20 ms of a cold start. */
const lightHttp: Plugin = {
  name: 'light http',
  setup(bundle) {
    bundle.onResolve({ filter: /^(node:)?https?$/ }, ({ path }) => ({
      path: path.replace(/^(node:)?/, 'node:'),
      namespace: 'builtin',
    }))
    bundle.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}')`,
    }))
  },
}

/**
 * The ES modules of graphql-jit import each other and graphql-js in their CommonJS form. That would bundle
 * a second copy of graphql-js, whose objects the first does not accept.
 */
const jitAsModules: Plugin = {
  name: 'graphql-jit as ES modules',
  setup(bundle) {
    bundle.onResolve({ filter: /^(\.|graphql)\// }, ({ path, importer }) => {
      if (!importer.includes('/graphql-jit/dist/')) return undefined
      const from = path.startsWith('.') ? dirname(importer) : join(repository, 'packages/api/node_modules')
      const module = join(from, path.replace(/(\.js)?$/, '.mjs'))
      return existsSync(module) ? { path: module } : undefined
    })
    // An eighth of the code, for an option that nobody uses.
    bundle.onResolve({ filter: /^fast-json-stringify$/ }, ({ path }) => ({ path, namespace: 'left out' }))
    bundle.onLoad({ filter: /.*/, namespace: 'left out' }, () => ({ contents: 'export default undefined' }))
  },
}

/**
 * Leaves out Fetch and the HTML pages, which only Yoga's HTTP layer uses. We don't use that layer. Reading a class of
 * Fetch makes Node load its web client, 36 ms of a cold start. Other packages keep Fetch.
 */
const yogaWithoutHttp: Plugin = {
  name: 'Yoga without HTTP',
  setup(bundle) {
    bundle.onResolve({ filter: /^@whatwg-node\/fetch$/ }, () => ({ path: 'fetch', namespace: 'no fetch' }))
    bundle.onLoad({ filter: /.*/, namespace: 'no fetch' }, () => ({ contents: 'module.exports = {}' }))
    bundle.onLoad({ filter: /graphql-yoga\/esm\/(graphiql|landing-page)-html\.js$/ }, () => ({
      contents: 'export default undefined',
    }))
    bundle.onLoad({ filter: /@whatwg-node\/server\/esm\/createServerAdapter\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll('globalThis.Request', 'undefined'),
    }))
  },
}

/**
 * The assistants' code in one file with a zod of its own. The API's settings use little of zod, and a chunk that both share
 * would hold all of it: 390 KB more for each cold start.
 */
const agentsApart: Plugin = {
  name: 'agents apart',
  setup(bundle) {
    bundle.onLoad({ filter: /\/agents\/src\/create-agents\.ts$/ }, async ({ path }) => {
      const outfile = path.replace(/\.ts$/, '.js')
      const { outputFiles } = await build({ ...options, entryPoints: [path], outfile, sourcemap: 'inline' })
      return { contents: outputFiles[0]?.text }
    })
  },
}

/**
 * The source map of our own code alone, an eighth of the whole. Returns null for a file that holds only packages. Where
 * Node maps stack traces, it reads each map and counts the file's lines, a twentieth of a cold start with all maps.
 */
function ownCode(text: string): string | null {
  const { sources, mappings, ...map } = JSON.parse(text) as {
    sources: string[]
    mappings: string
    names: string[]
  }
  const own = sources.filter(source => source.startsWith('../') && !source.includes('/node_modules/'))
  if (own.length === 0) return null
  const numbers = sources.map(source => own.indexOf(source))
  const lines = decode(mappings).map(segments =>
    segments.flatMap(([column, source, line, sourceColumn], i): SourceMapSegment[] => {
      const number = numbers[source ?? -1] ?? -1
      if (number >= 0) return [[column, number, line ?? 0, sourceColumn ?? 0]]
      // One segment marks where a package begins.
      const before = numbers[segments[i - 1]?.[1] ?? -1] ?? -1
      return before >= 0 ? [[column]] : []
    }),
  )
  return JSON.stringify({ ...map, names: [], sources: own, mappings: encode(lines) })
}

// Nothing is written here. A fixed path keeps the bundle's bytes the same wherever it goes.
const outdir = join(repository, 'bundle')

const targets = process.argv.slice(2)
await buildReader()
await Promise.all(
  Array.from({ length: targets.length / 2 }, (_, i) =>
    bundled(targets[2 * i] ?? '', targets[2 * i + 1] ?? ''),
  ),
)

async function bundled(entry: string, folder: string): Promise<void> {
  const { outputFiles } = await build({
    ...options,
    entryPoints: { index: entry },
    outdir,
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    splitting: true,
    sourcemap: 'linked',
    // CommonJS packages in the bundle call `require`, which an ES module lacks.
    banner: {
      js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
    },
    plugins: [lightHttp, jitAsModules, yogaWithoutHttp, agentsApart],
  })
  await mkdir(folder, { recursive: true })
  const isMap = ({ path }: OutputFile) => path.endsWith('.map')
  const maps = new Map(outputFiles.filter(isMap).map(({ path, text }) => [path, ownCode(text)]))
  for (const { path, text } of outputFiles.filter(each => !isMap(each))) {
    const file = join(folder, relative(outdir, path))
    const map = maps.get(`${path}.map`)
    await writeFile(file, map ? text : text.replace(/\/\/# sourceMappingURL=.*\n$/, ''))
    if (map) await writeFile(`${file}.map`, map)
  }
}
