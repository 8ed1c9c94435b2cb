import { defineConfig } from 'vitest/config'

// The file that Node itself loads, and Yoga with it: by the package's `module` field tests would get a second copy.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] }

/** `fast` needs nothing but the project; `full` adds recorded days, crashes, simulated weeks and browsers; `deploy` proves the deployment. */
export default defineConfig({
  test: {
    // All processors: by default one is left free, which on two means one.
    maxWorkers: '100%',
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
          include: ['test/{recorded,long,simulate}/**/*.test.ts', 'packages/*/src/**/*.crash.test.ts'],
          exclude: ['**/node_modules/**', 'test/long/abuse.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          globalSetup: ['test/recorded/table/setup.ts'],
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
          sequence: { groupOrder: 1 },
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
