import type { CreateReader } from '../reader.ts'

export const createReader: CreateReader
export const documents: readonly string[]
