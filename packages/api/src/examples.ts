// Made from ../examples by `pnpm schema`; do not edit.
import type { Example } from './graphiql.ts'

/** The operations that GraphiQL opens with, one a tab. */
export const examples: readonly Example[] = [
]
