import { hostname } from 'node:os'
import { isAlive } from './engine-file.ts'

/** The name that this process writes under: host, process id, and start time, because process ids are reused. */
export const ownerOf = (startedAt: number): string => `${hostname()}/${process.pid}/${startedAt}`

/** Whether a writer was a process of this machine that has ended. Its lease is then free at once. */
export function isGone(owner: string, self: string): boolean {
  const [host, pid] = owner.split('/')
  if (host !== hostname()) return false
  return Number(pid) === process.pid ? owner !== self : !isAlive(Number(pid))
}
