import { addDays, dayOf, REFRESHED_DAYS } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import type { DayRecord } from '../../items/day-item.ts'
import { historyWrite } from '../../items/history-item.ts'
import { rawItem } from '../../items/raw-item.ts'
import { type DayReading, hashOfRaw, type ReadEntry } from '../../items/reading.ts'
import type { Write } from '../../table/requests.ts'
import type { Table } from '../../table/table.ts'
import { type Fact, type Known, readKnown } from './facts.ts'
import { type Forgotten, readForgotten, without } from './forgotten.ts'
import type { Plan } from './plan.ts'
import { artefactsOf } from './plan-artefacts.ts'
import { planChanges } from './plan-changes.ts'
import { daysOf, type NewReading, planDays, readDays } from './plan-days.ts'
import { planEntities } from './plan-entities.ts'
import { planHistories } from './plan-histories.ts'
import { type PaperPlan, planPaper, touchedEntities } from './plan-papers.ts'
import { planRising } from './plan-rising.ts'
import { isSpelledAnew, planSpellings } from './plan-spellings.ts'
import { type HashedReading, type Judged, judge } from './verdict.ts'

/**
 * The plan of everything that some readings change. It only reads, consistently.
 * @param isHistory Days that create no change events. Days too old to be refreshed never do.
 */
export async function planReadings(
  table: Table,
  readings: readonly HashedReading[],
  isHistory: (day: Day) => boolean,
): Promise<{ plan: Plan; days: Map<Day, Judged> }> {
  const judged = await judge(table, readings)
  const read = readings.filter(({ day }) => ['changed', 'older'].includes(judged.get(day)?.verdict ?? ''))
  const wanted = new Map<string, Set<Day>>()
  for (const { day, entries } of read)
    for (const { entry } of entries) {
      const { id } = entry.description
      wanted.set(id, (wanted.get(id) ?? new Set()).add(day))
    }
  const [known, forgotten] = await Promise.all([readKnown(table, wanted), readForgotten(table)])
  const byId = new Map(known.map(each => [each.id, each]))
  const facts = new Map(known.map(each => [each.id, new Map(each.facts)]))

  const raws: Write[] = []
  for (const reading of read)
    for (const entry of reading.entries) {
      const { id } = entry.entry.description
      const had = byId.get(id)?.facts.get(reading.day)
      const judgement = judged.get(reading.day)
      if (!judgement || !counts(reading, id, had, judgement)) continue
      const known = [...(byId.get(id)?.facts.values() ?? [])].at(-1)
      const fact = factFrom(reading, entry, had, forgotten, artefactsOf(known?.description))
      facts.get(id)?.set(reading.day, fact)
      if (fact.raw !== had?.raw) raws.push({ put: rawItem(id, reading.day, fact.raw, entry.raw) })
    }
  const papers = known.map(each => planPaper(each, factsOf(each, facts))).filter(plan => plan !== null)

  const newReadings = new Map<Day, NewReading>()
  for (const reading of readings) {
    const judgement = judged.get(reading.day)
    if (!judgement || judgement.verdict === 'unchanged') continue
    const ids = new Set(reading.entries.map(({ entry }) => entry.description.id))
    const { hash, newestReadAt, nextReadAt } = judgement
    newReadings.set(reading.day, { hash, newestReadAt, nextReadAt, ids, readAt: reading.readAt })
  }
  const refreshed = read.filter(isRefreshed)
  const emitting = refreshed.filter(({ day }) => !isHistory(day))
  const newest = [...judged.values()].reduce(
    (max, each) => (each.newestReadAt > max ? each.newestReadAt : max),
    '',
  )
  const [records, entities, histories, changes] = await Promise.all([
    readOtherDays(table, judged, papers),
    planEntities(table, papers.flatMap(touchedEntities), papers),
    planHistories(table, read, judged, byId, facts),
    planChanges(table, emitting, newest, byId, facts),
  ])
  const ids = new Set(refreshed.flatMap(({ entries }) => entries.map(({ entry }) => entry.description.id)))
  const moved = new Map([...histories].filter(([id]) => ids.has(id)))
  const rising = await planRising(table, moved, newest)
  const spellings = await planSpellings(table, entities.filter(isSpelledAnew))
  return {
    plan: {
      raws,
      histories: [...histories].map(([id, points]) => historyWrite(id, points)),
      ...(rising ? { rising } : {}),
      papers,
      entities,
      spellings,
      days: planDays(records, papers, newReadings),
      ...(changes ? { changes } : {}),
    },
    days: judged,
  }
}

/** Whether a reading belongs to the refresh. A day too old for it is history. */
const isRefreshed = ({ day, readAt }: DayReading): boolean => day >= addDays(dayOf(readAt), -REFRESHED_DAYS)

/** The days read, with their verdicts, and the other days of their papers. */
async function readOtherDays(
  table: Table,
  judged: ReadonlyMap<Day, Judged>,
  papers: readonly PaperPlan[],
): Promise<Map<Day, DayRecord>> {
  const others = daysOf(papers).filter(day => !judged.has(day))
  const records = await readDays(table, others)
  for (const [day, { record }] of judged) if (record) records.set(day, record)
  return records
}

const factsOf = (known: Known, facts: ReadonlyMap<string, ReadonlyMap<Day, Fact>>): ReadonlyMap<Day, Fact> =>
  facts.get(known.id) ?? known.facts

/**
 * A reading counts for a paper unless a newer one has the paper. From an older reading, only papers that are gone since
 * count.
 */
function counts(
  { readAt }: DayReading,
  id: string,
  had: Fact | undefined,
  { nextReadAt, record }: Judged,
): boolean {
  if (nextReadAt === null || !had) return true
  const gone = record?.gone.get(id)
  return gone !== undefined && (readAt > gone || nextReadAt >= gone)
}

/** The fact in an entry, with the time of the reading that first had it. */
function factFrom(
  { readAt }: DayReading,
  { entry, raw }: ReadEntry,
  had: Fact | undefined,
  forgotten: Forgotten,
  artefacts: ReturnType<typeof artefactsOf>,
): Fact {
  const { description: said, featuring, counters } = without(entry, forgotten)
  const description = { ...said, ...artefacts }
  const fact = { description, featuring, counters, raw: hashOfRaw(raw) }
  const { at, ...before } = had ?? { at: readAt }
  return { ...fact, at: JSON.stringify(fact) === JSON.stringify(before) ? at : readAt }
}
