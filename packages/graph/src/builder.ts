import type { Day, Instant } from '@daily-papers/papers/paper.ts'
import SchemaBuilder from '@pothos/core'
import type { Context } from './context.ts'
import { DateScalar, DateTimeScalar, URLScalar } from './scalars.ts'

/** The one builder that every module of `graph/` adds its types and root fields to. Fields are non-null unless they say so. */
export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    Date: { Input: Day; Output: Day }
    DateTime: { Input: Instant; Output: Instant }
    URL: { Input: string; Output: string }
  }
}>({ defaultFieldNullability: false })

builder.addScalarType('Date', DateScalar)
builder.addScalarType('DateTime', DateTimeScalar)
builder.addScalarType('URL', URLScalar)
