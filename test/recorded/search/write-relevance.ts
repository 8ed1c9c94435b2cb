/** `node test/recorded/search/write-relevance.ts [SEED]`: measures search over the recorded days and writes `docs/relevance.md`. */
import { writeFileSync } from 'node:fs'
import { recorded } from '../../days/recorded.ts'
import { buildIndexes } from './indexes.ts'
import { relevanceOf } from './relevance.ts'
import { relevancePage } from './relevance-page.ts'

const EACH = 300
const seed = Number(process.argv[2] ?? 2_026)
if (!recorded) throw new Error('relevance needs recorded days: generated text has no meaning')
const indexes = await buildIndexes(recorded)
const page = relevancePage(relevanceOf(indexes, seed, EACH), seed, EACH)
await indexes.close()
writeFileSync(new URL('../../../docs/relevance.md', import.meta.url), page)
