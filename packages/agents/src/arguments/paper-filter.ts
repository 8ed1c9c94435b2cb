import { z } from 'zod'
import { Advice, call } from './advice.ts'
import { type DateRange, parseWhen, rangeOf, whenInput } from './when.ts'

const names = (what: string) => z.array(z.string().max(200)).max(20).optional().describe(what)

/** Arguments that filter papers. All must match. In a list, one matching value is enough. */
export const filterInput = {
  when: whenInput.optional().describe('as in list_papers'),
  keywords: names('exact'),
  authors: names('full names'),
  organizations: names('handle or full name'),
  hasCode: z.boolean().optional(),
  minUpvotes: z.int().min(0).optional(),
}

const filterSchema = z.object(filterInput)
export type FilterInput = z.infer<typeof filterSchema>

export interface PaperFilter {
  featured?: DateRange
  keywords?: string[]
  authors?: string[]
  organizations?: string[]
  hasCode?: boolean
  minUpvotes?: number
}

/** The filter without days. Null when there is none. */
export function topicsOf({
  keywords,
  authors,
  organizations,
  hasCode,
  minUpvotes,
}: FilterInput): PaperFilter | null {
  const filter = {
    ...(keywords?.length && { keywords }),
    ...(authors?.length && { authors }),
    ...(organizations?.length && { organizations }),
    ...(hasCode !== undefined && { hasCode }),
    ...(minUpvotes !== undefined && { minUpvotes }),
  }
  return Object.keys(filter).length > 0 ? filter : null
}

/**
 * The whole filter. Null when there is none.
 * @throws Advice for `latest`, which only `list_papers` without filters takes
 */
export function filterOf(input: FilterInput): PaperFilter | null {
  const topics = topicsOf(input)
  if (input.when === undefined) return topics
  const featured = rangeOf(parseWhen(input.when))
  if (featured === null)
    throw new Advice(
      `"latest" goes without filters and search. Take the date of the latest day from ${call('list_papers', {})}, and give it as "when".`,
    )
  return { ...topics, featured }
}
