import type { Keyword as KeywordEntity, OrganizationPage } from '@daily-papers/papers/entity.ts'
import type { Facets as FacetsValue, YearCount as YearCountValue } from '@daily-papers/snapshot/paper-set.ts'
import { builder } from '../builder.ts'
import { type Arguments, costs } from '../cost/field-cost.ts'
import { badInput } from '../errors.ts'
import { Keyword } from './keyword.ts'
import { Organization } from './organization.ts'

const MOST = 100

/** The size of a short list. @throws GraphQLError BAD_USER_INPUT */
export function atMost(first: number): number {
  if (first >= 0 && first <= MOST) return first
  throw badInput(`\`first\` is ${first}: write a number from 0 to ${MOST}.`)
}

export const shortListArgs = builder.args(t => ({
  first: t.int({ required: true, defaultValue: 10, description: `Maximum number of results: 0 to ${MOST}.` }),
}))

/** The cost of a list from the snapshot: one for each element, and 5 for the query. */
export const costOfShortList = costs({
  charge: args => sizeOf(args) + 5,
  size: sizeOf,
})

export function sizeOf({ first }: Arguments): number {
  return typeof first === 'number' ? Math.min(Math.max(first, 0), MOST) : 10
}

/** Why a field of the snapshot may be null, for its description. */
export const nullWithoutSnapshot =
  'Null with the error SNAPSHOT_UNAVAILABLE while `Status.snapshotAt` is null.'

const paperCount = 'Number of distinct papers, exact as of `Status.snapshotAt`.'

const KeywordCount = builder
  .objectRef<{ keyword: string | KeywordEntity; papers: number }>('KeywordCount')
  .implement({
    description: 'A keyword with its number of papers.',
    fields: t => ({
      keyword: t.expose('keyword', {
        type: Keyword,
        description: 'The keyword.',
        extensions: costs({ charge: 0 }),
      }),
      paperCount: t.exposeInt('papers', { description: paperCount }),
    }),
  })

const OrganizationCount = builder
  .objectRef<{ organization: OrganizationPage; papers: number }>('OrganizationCount')
  .implement({
    description: 'An organization with its number of papers.',
    fields: t => ({
      organization: t.expose('organization', {
        type: Organization,
        description: 'The organization.',
        extensions: costs({ charge: 0 }),
      }),
      paperCount: t.exposeInt('papers', { description: paperCount }),
    }),
  })

const YearCount = builder.objectRef<YearCountValue>('YearCount').implement({
  description: 'A year with the papers that the feed first featured in it.',
  fields: t => ({
    year: t.exposeInt('year', { description: 'The calendar year, in UTC.' }),
    paperCount: t.exposeInt('papers', {
      description: 'Number of distinct papers on this server, as of `Status.snapshotAt`.',
    }),
    missingDays: t.exposeInt('missingDays', {
      description:
        'Number of weekdays of the year, up to the feed’s latest day, that this server has not read. If not 0, `paperCount` may be too low.',
    }),
  }),
})

export const Facets = builder.objectRef<FacetsValue>('Facets').implement({
  description: 'Counts that help narrow a list of papers: by keyword, organization and year.',
  fields: t => ({
    keywords: t.field({
      type: [KeywordCount],
      description: 'Keywords, most papers first, ties by name.',
      args: shortListArgs,
      extensions: costOfShortList,
      resolve: (facets, args) =>
        facets.top('keyword', atMost(args.first)).map(({ name, papers }) => ({
          keyword: name,
          papers,
        })),
    }),
    organizations: t.field({
      type: [OrganizationCount],
      description: 'Organizations, most papers first, ties by handle.',
      args: shortListArgs,
      extensions: costs({ charge: args => sizeOf(args) + 5, size: sizeOf, loads: 'organization' }),
      resolve: async (facets, args, { entity }) => {
        const counted = facets.top('organization', atMost(args.first))
        const found = await Promise.all(counted.map(({ key }) => entity.organization.load(key)))
        return counted.flatMap(({ papers }, i) => {
          const organization = found[i]
          return organization ? [{ organization, papers }] : []
        })
      },
    }),
    years: t.field({
      type: [YearCount],
      description: 'Years of the first featured day, newest first.',
      extensions: costs({ charge: 5 }),
      resolve: facets => facets.years(),
    }),
  }),
})
