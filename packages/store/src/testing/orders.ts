import type { DayReading } from '../items/reading.ts'
import type { Questions } from '../questions.ts'
import { createQuestions } from '../read/create-questions.ts'
import { createWriter } from '../write/writer.ts'
import type { TestEngine } from './engine.ts'
import { readEntry, reading, runOf } from './readings.ts'

export const ID = '2405.00001'
const DAY = '2024-05-06'

export const at = (hour: number, day = DAY) => `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`

/** A reading of a day with another paper, and with ours if it has so many upvotes. */
export const read = (hour: number, upvotes: number | null, day = DAY): DayReading =>
  reading(
    day,
    at(hour, day),
    readEntry('2405.00002', day),
    ...(upvotes === null ? [] : [readEntry(ID, day, { counters: { upvotes } })]),
  )

/** A new table after runs that make one reading each, in this order. */
export async function storeAfter(engine: TestEngine, readings: readonly DayReading[]): Promise<Questions> {
  const { client, name } = await engine.table()
  const writer = createWriter(client, name, { owner: 'test' })
  for (const each of readings) {
    await writer.putDays([each])
    await writer.putRun(runOf(each))
  }
  return createQuestions(client, name)
}

/** The values in every order. */
export function permutationsOf<T>(values: readonly T[]): T[][] {
  if (values.length < 2) return [[...values]]
  return values.flatMap((value, i) => permutationsOf(values.toSpliced(i, 1)).map(rest => [value, ...rest]))
}
