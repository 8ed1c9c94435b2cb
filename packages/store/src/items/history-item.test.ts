import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { type Point, withPoint } from '../history.ts'
import { historyWrite } from './history-item.ts'

const DAY = 24
const START = Date.parse('2024-05-06T00:10:00Z')

/** A reading of a paper in which every counter moves at random. */
function seenAt(hour: number): Point {
  const noise = createHash('sha1').update(String(hour)).digest()
  const at = new Date(START + hour * 3_600_000 + noise.readUInt16BE(6)).toISOString()
  const [upvotes, comments, githubStars] = [noise.readUInt16BE(0) % 300, noise[2] ?? 0, noise.readUInt16BE(4)]
  return { at, upvotes, comments, githubStars }
}

/** The most bytes that a history takes while it grows. */
function mostBytes(hours: readonly number[]): number {
  let history: readonly Point[] = []
  let most = 0
  for (const [i, hour] of hours.entries()) {
    history = withPoint(history, seenAt(hour))
    const write = historyWrite('2405.00001', history)
    if (i % 5 === 0 && 'put' in write && 'points' in write.put)
      most = Math.max(most, (write.put.points as Uint8Array).byteLength)
  }
  return most
}

const every = (hours: number, from: number, to: number) =>
  Array.from({ length: Math.ceil((to - from) / hours) }, (_, i) => from + i * hours)

it.each([
  ['as the schedule reads it', [...every(1, 0, 8 * DAY), ...every(DAY, 8 * DAY, 91 * DAY)], 1_024],
  ['every hour for 90 days', every(1, 0, 90 * DAY), 1_600],
  [
    'every week for ten years, then every hour',
    [...every(7 * DAY, 0, 3_650 * DAY), ...every(1, 3_650 * DAY, 3_655 * DAY)],
    8_192,
  ],
])('the history of a paper that always moves, read %s, has few bytes', (_, hours, most) => {
  expect(mostBytes(hours)).toBeLessThan(most)
})
