import { readFileSync } from 'node:fs'

/** The most memory that this process has held, in MB. `maxRSS` would count that of the process which forked it. */
export function peakMemoryMb(): number {
  const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  if (kilobytes === undefined) throw new Error('/proc/self/status tells no peak of memory')
  return Math.round(Number(kilobytes) / 1_024)
}
