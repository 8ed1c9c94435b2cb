import { COST_LIMIT, READS_LIMIT } from '@daily-papers/graph/cost/cost.ts'
import { schema } from '@daily-papers/graph/schema.ts'
import { parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { readerDocuments } from '../docs/reader-documents.ts'

test.each(await readerDocuments())(
  '$name asks what the schema has, within the limits of everybody',
  ({ text, cost, reads }) => {
    expect(validate(schema, parse(text))).toEqual([])
    expect(cost).not.toBeNull()
    expect(cost).toBeLessThanOrEqual(COST_LIMIT)
    expect(reads).toBeLessThanOrEqual(READS_LIMIT)
  },
)
