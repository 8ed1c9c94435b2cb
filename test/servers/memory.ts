import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Bytes of heap and buffers of this process after a collection, which it must allow by `--expose-gc`. The least of several,
 * because requests that are being answered also take memory.
 */
export async function memoryInUse(): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < 10; i++) {
    globalThis.gc?.()
    const { heapUsed, external } = process.memoryUsage()
    least = Math.min(least, heapUsed + external)
    await sleep(50)
  }
  return least
}
