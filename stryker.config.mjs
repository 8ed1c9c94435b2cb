/**
 * `pnpm mutate` changes the modules below, one place at a time, and runs the fast tests that reach each place.
 * Some files alone: `pnpm mutate --mutate packages/store/src/cursor.ts`. The report is in .data/mutation.
 */
export default {
  // pnpm keeps plugins where Stryker does not look for them.
  plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutate/vitest.config.ts', related: true },
  // Stryker reads tsconfig.json through an API that TypeScript 7 does not have.
  tsconfigFile: 'no-tsconfig.json',
  mutate: [
    'packages/papers/src/{names,days,arxiv,text,trending,links}.ts',
    'packages/store/src/cursor.ts',
    'packages/store/src/table/keys.ts',
    'packages/store/src/write/plan/plan-*.ts',
    'packages/store/src/items/history-item.ts',
    'packages/ingest/src/parse/*.ts',
    'packages/graph/src/cost/*.ts',
    'packages/snapshot/src/sql/{words,query-text}.ts',
    'packages/api/src/feeds/*.ts',
    'packages/digest/src/when/*.ts',
    '!**/*.test.ts',
  ],
  ignoreStatic: true,
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 20_000,
  thresholds: { high: 90, low: 85, break: 85 },
  reporters: ['clear-text', 'progress', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false },
  jsonReporter: { fileName: '.data/mutation/report.json' },
  tempDirName: '.data/mutation/sandbox',
  incremental: true,
  incrementalFile: '.data/mutation/incremental.json',
}
