import { benchCold } from './cold/bench.ts'
import { benchHttp } from './http/bench.ts'
import { benchIngest } from './ingest/bench.ts'
import { benchReader } from './reader/bench.ts'
import type { Bench } from './report.ts'
import { benchSearch } from './search/bench.ts'
import { benchStore } from './store/bench.ts'

export const benches: Record<string, Bench> = {
  http: benchHttp,
  cold: benchCold,
  store: benchStore,
  ingest: benchIngest,
  search: benchSearch,
  reader: benchReader,
}
