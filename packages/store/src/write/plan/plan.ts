import type { Write } from '../../table/requests.ts'
import type { PlannedChanges } from './plan-changes.ts'
import type { DayPlan } from './plan-days.ts'
import type { EntityPlan } from './plan-entities.ts'
import type { PaperPlan } from './plan-papers.ts'
import type { Moved } from './plan-rising.ts'

/** Everything that one step of the ingest will write. */
export interface Plan {
  /** What was observed stands even if nothing that follows from it is written. */
  raws: Write[]
  histories: Write[]
  /** What gains are measured from, where it moved. */
  rising?: { moved: Moved; writes: Write[] }
  papers: PaperPlan[]
  entities: EntityPlan[]
  /** The items of the names with several spellings, where one moved. */
  spellings: Write[]
  days: DayPlan[]
  /** What it tells of, if anything. */
  changes?: PlannedChanges
}
