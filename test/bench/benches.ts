import { benchHttp } from './http/bench.ts'
import type { Bench } from './report.ts'

export const benches: Record<string, Bench> = { http: benchHttp }
