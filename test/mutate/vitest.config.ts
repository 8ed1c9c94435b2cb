import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests without an engine first: they take a tenth of the time, and a mutant ends at the first test that fails. */
class WithoutEngineFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const slow = ({ moduleId }: TestSpecification) =>
      Number(readFileSync(moduleId, 'utf8').includes('/testing/engine.ts'))
    return files.sort((a, b) => slow(a) - slow(b))
  }
}

/**
 * The fast tests of one package as one project: Stryker's runner knows no projects. A package's own tests must find its
 * mistakes. With those of all packages, a change of the store's keys would run most of the tests there are.
 */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: [`packages/${process.env.MUTATED}/src/**/*.test.ts`],
    exclude: ['**/node_modules/**', '**/*.crash.test.ts'],
    sequence: { sequencer: WithoutEngineFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
