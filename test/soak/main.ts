/**
 * An hour of mixed traffic at half of what the server can take, while the ingest runs: `pnpm soak [--minutes 60] [--seed 1]`.
 * Prints memory every five minutes and its slope, latencies and errors. Exit 1 on an error, or when p99 is above five times p50.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { seeded } from '../days/seeded.ts'
import { type Answered, askOne, kindsOf } from './traffic.ts'

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
})
const minutes = Number(values.minutes)
/** Between two readings of memory. Each collects garbage, which holds all answers up for 0.4 s. */
const MEMORY_MINUTES = 5
const random = seeded(Number(values.seed))
const print = (line: string) => void process.stdout.write(`${line}\n`)

const server = fork(new URL('./server.ts', import.meta.url))
const heard = async <T>(from: ChildProcess): Promise<T> => (await once(from, 'message'))[0] as T
const { url } = await heard<{ url: string }>(server)
const kinds = kindsOf(url)

/** Requests a second that eight clients get answered, each asking as soon as it was answered. */
async function saturation(seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1_000
  let count = 0
  const client = async () => {
    for (; performance.now() < end; count++) await askOne(kinds, random)
  }
  await Promise.all(Array.from({ length: 8 }, client))
  return count / seconds
}

await saturation(5)
const most = await saturation(20)
print(`${url} answers ${Math.round(most)} requests a second at most; asked are ${Math.round(most / 2)}`)

const bystanders = fork(new URL('./bystanders.ts', import.meta.url), [url])
const answered: Answered[] = []
let failed = 0
const memory: { minute: number; megabytes: number }[] = []
let runs = 0
const start = performance.now()
const elapsed = () => performance.now() - start
const pending = new Set<Promise<unknown>>()
const measured = (async () => {
  for (let minute = Math.min(MEMORY_MINUTES, minutes); minute <= minutes; minute += MEMORY_MINUTES) {
    await sleep(minute * 60_000 - elapsed())
    server.send('memory')
    const { bytes, runs: done } = await heard<{ bytes: number; runs: number }>(server)
    runs = done
    memory.push({ minute, megabytes: bytes / 1e6 })
    print(
      `minute ${minute}: ${(bytes / 1e6).toFixed(1)} MB, ${answered.length} answers, ${runs} runs of the ingest`,
    )
  }
})()
for (let sent = 0; elapsed() < minutes * 60_000; sent++) {
  await sleep(Math.max(0, (sent * 2_000) / most - elapsed()))
  const one = askOne(kinds, random).then(answer => {
    answered.push(answer)
    if (answer.error && ++failed <= 10) print(answer.error)
  })
  pending.add(one)
  one.finally(() => pending.delete(one))
}
await Promise.all([...pending, measured])
bystanders.send('end')
const wrong = await heard<string[]>(bystanders)

const atShare = (sorted: number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
for (const kind of [...Object.keys(kinds), 'all']) {
  const times = answered.filter(each => kind === 'all' || each.kind === kind).map(({ ms }) => ms)
  const [p50, p99] = [0.5, 0.99].map(share =>
    atShare(
      times.sort((a, b) => a - b),
      share,
    ).toFixed(1),
  )
  print(`${kind}: ${times.length} answers, p50 ${p50} ms, p99 ${p99} ms`)
}
const times = answered.map(({ ms }) => ms).sort((a, b) => a - b)
for (const error of wrong) print(error)
print(
  `memory: ${slope(memory).toFixed(2)} MB an hour; errors: ${failed + wrong.length}; runs of the ingest: ${runs}`,
)
server.send('end')
await once(server, 'exit')
process.exitCode = failed + wrong.length > 0 || atShare(times, 0.99) > 5 * atShare(times, 0.5) ? 1 : 0

/** Megabytes an hour, by least squares over the later half: caches fill in the first. */
function slope(samples: typeof memory): number {
  const later = samples.slice(Math.floor(samples.length / 2))
  const mean = (of: (sample: (typeof later)[number]) => number) =>
    later.reduce((sum, sample) => sum + of(sample), 0) / later.length
  const [x, y] = [mean(({ minute }) => minute), mean(({ megabytes }) => megabytes)]
  const over = later.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0)
  const up = later.reduce((sum, { minute, megabytes }) => sum + (minute - x) * (megabytes - y), 0)
  return over === 0 ? 0 : (up / over) * 60
}
