import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// The file that Node itself loads, and Yoga with it: by the package's `module` field tests would get a second copy.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] }

/** Minutes each: begun last, one of them would run on alone. */
const LONGEST = /\/(crash|month|upgrade|simulate|search-sets|rollout|mutations)\.test\.ts$/

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [true, false].flatMap(first => sorted.filter(({ moduleId }) => LONGEST.test(moduleId) === first))
  }
}

/**
 * `fast` needs nothing but the project; `full` adds crashes, simulated weeks and browsers; `recorded` asks tables of all
 * days, which are filled meanwhile; `alone` floods a server; `deploy` proves the deployment.
 *
 * Other folders of `test`: `contract` holds what clients and contributors rely on, `days` makes the days and the Hub that
 * tests use, `servers` starts what they ask, `docs` and `release` write pages. `bench`, `mutate` and `soak` measure.
 */
export default defineConfig({
  test: {
    // All processors: by default one is left free, which on two means one.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    globalSetup: ['packages/reader/src/testing/setup.ts'],
    projects: [
      {
        resolve,
        test: {
          name: 'fast',
          setupFiles: ['test/seed.ts'],
          testTimeout: 20_000,
          hookTimeout: 20_000,
          include: [
            'packages/*/src/**/*.test.{ts,tsx}',
            'infra/**/*.test.ts',
            'test/{contract,days,docs,release}/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/*.crash.test.ts'],
        },
      },
      {
        resolve,
        test: {
          name: 'full',
          setupFiles: ['test/seed.ts'],
          include: ['test/{long,simulate}/**/*.test.ts', 'packages/*/src/**/*.crash.test.ts'],
          exclude: ['**/node_modules/**', 'test/long/abuse.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        resolve,
        test: {
          name: 'recorded',
          globalSetup: ['test/recorded/table/setup.ts'],
          setupFiles: ['test/seed.ts', 'test/recorded/table/filled.ts'],
          include: ['test/recorded/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve,
        test: {
          // Whoever floods a server wants the machine for itself.
          name: 'alone',
          include: ['test/long/abuse.test.ts'],
          testTimeout: 300_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        resolve,
        test: {
          name: 'deploy',
          include: ['test/deploy/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          globalSetup: ['test/deploy/system/setup.ts'],
        },
      },
    ],
  },
})
