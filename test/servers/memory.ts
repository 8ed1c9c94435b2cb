import { setTimeout as sleep } from 'node:timers/promises'

/** Bytes of heap and buffers of this process after collections, which it must allow by `--expose-gc`. */
export async function memoryInUse(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.()
    await sleep(50)
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
