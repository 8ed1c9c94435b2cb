import { defineConfig } from 'vitest/config'

/** The fast tests as one project: Stryker's runner knows no projects. */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['packages/*/src/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.crash.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
