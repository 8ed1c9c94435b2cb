import { defineConfig } from 'vitest/config'

/** `fast` needs nothing but the project; `full` adds recorded days, crashes, simulated weeks, browsers and the deploy proof. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['packages/*/src/**/*.test.ts', 'infra/**/*.test.ts', 'test/*.test.ts'],
          exclude: ['**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'full',
          include: ['test/full/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
