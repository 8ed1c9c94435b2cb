/** Before each file of tests: waits until the tables are filled. */
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'

while (!existsSync(inject('tablesFile'))) await sleep(100)
