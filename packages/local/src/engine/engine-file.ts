import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** The address of the engine of a data folder. The file exists from its start to its clean stop. */
const engineRecord = z.object({ pid: z.int().positive(), url: z.url(), startedAt: z.iso.datetime() })
export type EngineRecord = z.infer<typeof engineRecord>

const fileOf = (dataDir: string) => join(dataDir, 'engine.json')

/** The LevelDB folder of the embedded engine. */
export const databaseOf = (dataDir: string): string => join(dataDir, 'dynamodb')

/**
 * The record of the engine of `dataDir`. Null: none runs, and the last one stopped cleanly.
 * `unreadable`: none runs, and the last one crashed.
 */
export function readEngineFile(dataDir: string): EngineRecord | 'unreadable' | null {
  let text: string
  try {
    text = readFileSync(fileOf(dataDir), 'utf8')
  } catch {
    return null
  }
  try {
    return engineRecord.parse(JSON.parse(text))
  } catch {
    return 'unreadable'
  }
}

export function writeEngineFile(dataDir: string, record: EngineRecord): void {
  mkdirSync(dataDir, { recursive: true })
  const draft = `${fileOf(dataDir)}.${record.pid}`
  writeFileSync(draft, `${JSON.stringify(record)}\n`)
  renameSync(draft, fileOf(dataDir))
}

export const removeEngineFile = (dataDir: string): void => rmSync(fileOf(dataDir), { force: true })

/** Whether a process runs on this machine. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
