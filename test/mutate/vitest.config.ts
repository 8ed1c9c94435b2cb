import { defineConfig } from 'vitest/config'

/**
 * The fast tests of one package as one project: Stryker's runner knows no projects. A package's own tests must find its
 * mistakes. With those of all packages, a change of the store's keys would run most of the tests there are.
 */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: [`packages/${process.env.MUTATED}/src/**/*.test.ts`],
    exclude: ['**/node_modules/**', '**/*.crash.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
