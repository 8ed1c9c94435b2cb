import { benchHttp } from './http/bench.ts'
import { tableOf } from './report.ts'

for (const s of await benchHttp({
  quick: true,
  progress: t => process.stderr.write(`\r\x1b[K${t}`),
  only: process.argv.slice(2),
}))
  console.log(tableOf(s))
