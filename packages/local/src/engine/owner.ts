import { hostname } from 'node:os'
import { isAlive } from './engine-file.ts'

/** The name under which this process writes: host, process id, and what tells it from earlier processes of that id. */
export const ownerOf = (startedAt: number): string => `${hostname()}/${process.pid}/${startedAt}`

/** Whether a writer was a process of this machine that has ended, so that its right to write is free at once. */
export function isGone(owner: string, self: string): boolean {
  const [host, pid] = owner.split('/')
  if (host !== hostname()) return false
  return Number(pid) === process.pid ? owner !== self : !isAlive(Number(pid))
}
