import { modules } from './test/mutate/modules.ts'

const { MUTATED } = process.env
const folder = `.data/mutation/${MUTATED}`

/**
 * Changes the modules of the package MUTATED, one place at a time, and runs the package's own fast tests that reach each
 * place. `pnpm mutate` runs it for each package. One file: `MUTATED=store pnpm stryker run --mutate
 * packages/store/src/cursor.ts`. Reports are in .data/mutation.
 */
export default {
  // pnpm keeps plugins where Stryker does not look for them.
  plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutate/vitest.config.ts', related: true },
  // Stryker reads tsconfig.json through an API that TypeScript 7 does not have.
  tsconfigFile: 'no-tsconfig.json',
  mutate: [...modules[MUTATED].map(path => `packages/${MUTATED}/src/${path}`), '!**/*.test.ts'],
  ignoreStatic: true,
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 20_000,
  thresholds: { high: 90, low: 85, break: 85 },
  reporters: ['clear-text', 'progress', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false },
  jsonReporter: { fileName: `${folder}/report.json` },
  tempDirName: `${folder}/sandbox`,
  incremental: true,
  incrementalFile: `${folder}/incremental.json`,
}
