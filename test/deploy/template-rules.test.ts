import { synthesizeNestedQueue } from '@daily-papers/infra/testing/nested-queue.ts'
import { expect, test } from 'vitest'

test('what CloudFormation would refuse in a nested stack fails the synthesis', () => {
  expect(() => synthesizeNestedQueue('Visibility', 60)).toThrow(
    "Additional properties are not allowed ('Visibility' was unexpected)",
  )
  expect(() => synthesizeNestedQueue('VisibilityTimeout', 60)).not.toThrow()
})
