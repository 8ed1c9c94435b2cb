import type { CreateReader } from '../reader.ts'

export const createReader: CreateReader
