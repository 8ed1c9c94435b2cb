import fc from 'fast-check'

// Each run of the tests makes the same values. `SEED=7 pnpm test` makes others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) })
