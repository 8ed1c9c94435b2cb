import type { Artefacts } from '@daily-papers/papers/artefact.ts'
import { snapshotOf } from '@daily-papers/snapshot/testing/snapshot.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'
import type { Questions } from '@daily-papers/store/questions.ts'
import type { DayReading } from '@daily-papers/store/reading.ts'
import { countRequests } from '@daily-papers/store/testing/counting.ts'
import { startEngine } from '@daily-papers/store/testing/engine.ts'
import { createWriter } from '@daily-papers/store/writer.ts'
import { execute, parse, validate } from 'graphql'
import { createContext, type UnmatchedValue } from '../context.ts'
import type { CurrentSnapshot } from '../no-snapshot.ts'
import { schema } from '../schema.ts'

/** `Data` is the shape of the query, which only the test knows. */
export interface Answer<Data> {
  data: Data
  errors: { message: string; code: unknown; path: readonly (string | number)[] | undefined }[]
  /** Its requests to DynamoDB. */
  requests: string[]
  /** Values of filters that match nothing. */
  unmatched: UnmatchedValue[]
}

export type Ask = <Data = Record<string, unknown>>(
  query: string,
  variables?: Record<string, unknown>,
) => Promise<Answer<Data>>

export interface TestGraph {
  ask: Ask
  store: Questions
  /** Days that a run reads while clients ask. */
  put(readings: readonly DayReading[]): Promise<unknown>
  /** What a run reads that links papers. */
  link(artefacts: readonly Artefacts[]): Promise<unknown>
  close(): Promise<void>
}

/** The graph over a table, executed without HTTP. It counts requests to DynamoDB. */
export function graphOver(
  client: Parameters<typeof createQuestions>[0],
  tableName: string,
  now: () => number,
  snapshot?: CurrentSnapshot,
): Ask {
  const counted = countRequests(client)
  const store = createQuestions(client, tableName)
  return async <Data>(query: string, variables: Record<string, unknown> = {}) => {
    const document = parse(query)
    const invalid = validate(schema, document)
    if (invalid[0]) throw invalid[0]
    // The spellings are read once a minute, not once a query.
    await store.spellings(now())
    counted.take()
    const contextValue = createContext({
      store,
      now,
      origin: 'https://papers.example.org',
      ...(snapshot && { snapshot }),
    })
    const result = await execute({ schema, document, variableValues: variables, contextValue })
    const errors = (result.errors ?? []).map(({ message, extensions, path }) => ({
      message,
      code: extensions.code,
      path,
    }))
    return {
      data: result.data as Data,
      errors,
      requests: counted.take(),
      unmatched: contextValue.extensions.unmatched ?? [],
    }
  }
}

/**
 * The graph over a store that holds these readings, executed without HTTP. `now` is the clock of ranges such as the last
 * days; `later` are readings that came after, run by run.
 */
export async function startGraph(
  readings: readonly DayReading[],
  now: string,
  later: readonly (readonly DayReading[])[] = [],
): Promise<TestGraph> {
  const engine = await startEngine()
  const { client, name } = await engine.table()
  const writer = createWriter(client, name, { owner: 'test' })
  for (const run of [readings, ...later]) await writer.putDays(run)
  await writer.putRun({
    startedAt: now,
    finishedAt: now,
    papers: readings.reduce((sum, { entries }) => sum + entries.length, 0),
    new: 0,
    changed: 0,
    skipped: 0,
    failed: [],
    days: 0,
    readings: [],
  })
  const snapshot = snapshotOf(engine.url, name, now)
  return {
    ask: graphOver(client, name, () => Date.parse(now), snapshot),
    store: createQuestions(client, name),
    put: readings => writer.putDays(readings),
    link: artefacts => writer.putArtefacts(artefacts),
    close: () => engine.close(),
  }
}
