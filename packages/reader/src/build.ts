/**
 * Builds the pages for Node, and the files that browsers load, in about half a second. The process that serves them
 * calls it.
 */
import { globSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type OutputFile, type Plugin } from 'esbuild'

const source = fileURLToPath(new URL('.//', import.meta.url))
const built = `${source}built/reader.js`

const options = {
  absWorkingDir: source,
  bundle: true,
  write: false,
  minify: true,
  format: 'esm',
  logLevel: 'warning',
} as const

const TYPES: Record<string, string> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' }

/** File names contain a hash of the content, so that browsers may cache them forever. */
async function buildAssets(): Promise<OutputFile[]> {
  const { outputFiles } = await build({
    ...options,
    entryPoints: { page: 'islands/page.ts', reader: 'styles/reader.css' },
    outdir: 'assets',
    splitting: true,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    target: ['chrome123', 'firefox120', 'safari17.5'],
  })
  return outputFiles
}

const nameOf = ({ path }: OutputFile) => basename(path)

/** The module `reader:assets`. */
function assetsModule(files: readonly OutputFile[]): Plugin {
  const named = (prefix: string, ending: string) =>
    files.map(nameOf).find(name => name.startsWith(prefix) && name.endsWith(ending))
  const texts = files.map(file => {
    const name = nameOf(file)
    return [name, { type: TYPES[extname(name).slice(1)], text: file.text }]
  })
  const contents = `export const files = ${JSON.stringify(Object.fromEntries(texts))}
export const stylesheet = ${JSON.stringify(named('reader-', '.css'))}
export const script = ${JSON.stringify(named('page-', '.js'))}`
  return {
    name: 'assets',
    setup(bundle) {
      bundle.onResolve({ filter: /^reader:assets$/ }, ({ path }) => ({ path, namespace: 'assets' }))
      bundle.onLoad({ filter: /.*/, namespace: 'assets' }, () => ({ contents }))
    },
  }
}

const newest = (files: readonly string[]): number => Math.max(...files.map(file => statSync(file).mtimeMs))

function isUpToDate(): boolean {
  const sources = globSync(['**/*.{ts,tsx,css}', '../package.json'], { cwd: source })
  const made = statSync(built, { throwIfNoEntry: false })
  return made !== undefined && made.mtimeMs > newest(sources.map(file => `${source}${file}`))
}

/** Builds files that are older than their sources. True when it built any. */
export async function buildReader(): Promise<boolean> {
  if (isUpToDate()) return false
  const { outputFiles } = await build({
    ...options,
    entryPoints: { reader: 'serve/create-reader.tsx' },
    outdir: 'built',
    splitting: true,
    chunkNames: '[name]-[hash]',
    platform: 'node',
    target: 'node24',
    // The badge library is CommonJS and calls `require`, which a module does not have.
    banner: {
      js: "import{createRequire as createRequireOf}from'node:module';const require=createRequireOf(import.meta.url);",
    },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [assetsModule(await buildAssets())],
  })
  const made = new Set(outputFiles.map(nameOf))
  for (const old of globSync('*.js', { cwd: `${source}built` }))
    if (!made.has(old)) rmSync(`${source}built/${old}`)
  for (const { path, contents } of outputFiles) writeFileSync(path, contents)
  return true
}
