import { readFileSync } from 'node:fs'

export interface MeasuredCall {
  tool: string
  given: Record<string, unknown>
  /** How much of the list it shows. */
  note: string
  /** Tokens of the text, and of the same as data. */
  text: number
  data: number
  readUnits: number
}

/** What `measure.ts` measured. */
export interface Measured {
  /** The clock of the server that was asked. */
  at: string
  papers: number
  calls: MeasuredCall[]
}

export const measuredFile = new URL('./measured.json', import.meta.url)

export const readMeasured = (): Measured => JSON.parse(readFileSync(measuredFile, 'utf8'))
