import type { OrganizationPage } from '@daily-papers/papers/entity.ts'
import { organizationKey } from '@daily-papers/papers/names.ts'
import type { Organization as PaperOrganization } from '@daily-papers/papers/paper.ts'
import { builder } from '../builder.ts'
import { costs } from '../cost/field-cost.ts'
import { connectionType } from '../relay/connection-type.ts'
import { encodeId } from '../relay/ids.ts'
import { idDescription, Node } from '../relay/node.ts'
import { costOfNamedList, listNamed, named, namedListArgs } from './named.ts'
import { PaperConnection } from './paper.ts'
import { costOfPapersOfDetailed, listPapersOf, papersOfArgs } from './papers-of.ts'

/** An organization on a paper, without a read, or an organization from the store. */
type OrganizationNode = PaperOrganization | OrganizationPage

export const keyOf = (organization: OrganizationNode): string =>
  'key' in organization ? organization.key : organizationKey(organization.name)

export const Organization = builder.objectRef<OrganizationNode>('Organization')

Organization.implement({
  description: 'A Hugging Face organization on whose behalf papers were submitted.',
  interfaces: [Node],
  fields: t => ({
    id: t.id({ description: idDescription, resolve: node => encodeId('Organization', keyOf(node)) }),
    name: t.exposeString('name', { description: 'Its handle on the Hub, for example `Qwen`.' }),
    fullName: t.exposeString('fullName', {
      nullable: true,
      description: 'Display name. Null when unknown.',
    }),
    avatar: t.expose('avatar', {
      type: 'URL',
      nullable: true,
      description: 'Picture. Null when unknown.',
    }),
    profile: t.field({
      type: 'URL',
      description: 'Its page on the Hub.',
      resolve: ({ name }) => `https://huggingface.co/${encodeURIComponent(name)}`,
    }),
    paperCount: t.int({
      description: 'Exact number of distinct papers submitted on its behalf since autumn 2025.',
      extensions: costs({ loads: 'organization', ofSelf: true }),
      resolve: async (node, _, { entity }) => {
        const page = 'key' in node ? node : await entity.organization.load(keyOf(node))
        return page?.paperCount ?? 0
      },
    }),
    papers: t.field({
      type: PaperConnection,
      description: 'Papers submitted on its behalf, by first featured day.',
      args: papersOfArgs,
      extensions: costOfPapersOfDetailed,
      resolve: (node, args, context) =>
        listPapersOf({ kind: 'organization', key: keyOf(node) }, args, context),
    }),
  }),
})

const { connection: OrganizationConnection } = connectionType<OrganizationPage>({
  name: 'Organization',
  node: Organization,
  what: 'organizations',
  total: 'Number of elements in the whole list, exact. Null with `startsWith`.',
})

builder.queryFields(t => ({
  organization: t.field({
    type: Organization,
    nullable: true,
    description: 'The organization with this handle. Null when no paper was submitted on its behalf.',
    args: { name: t.arg.string({ required: true, description: 'Handle on the Hub. Case doesn’t matter.' }) },
    extensions: costs({ loads: 'organization' }),
    resolve: (_, { name }, context) => named('organization', 'name', name, context),
  }),
  organizations: t.field({
    type: OrganizationConnection,
    description: 'All organizations.',
    args: namedListArgs('Only handles with this prefix. Ignores case.'),
    extensions: costOfNamedList,
    resolve: (_, args, context) => listNamed('organization', args, context),
  }),
}))
