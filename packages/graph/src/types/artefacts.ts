import {
  type Artefact,
  type ArtefactKind,
  artefactUrl,
  TOP_ARTEFACTS,
} from '@daily-papers/papers/artefact.ts'
import { builder } from '../builder.ts'
import { costs } from '../cost/field-cost.ts'

/** The links to a paper of one kind. The paper has the total; the rest is read. */
interface Linked {
  paperId: string
  kind: ArtefactKind
  totalCount: number
}

interface Words {
  kind: ArtefactKind
  type: 'Model' | 'Dataset' | 'Space'
  one: string
  many: string
}

/** The GraphQL types of one kind: the artefact, and the links to a paper. */
function typesOf({ kind, type, one, many }: Words) {
  const ArtefactType = builder.objectRef<Artefact>(type).implement({
    description: `A ${one} on the Hugging Face Hub that links a paper.`,
    fields: t => ({
      id: t.exposeString('id', { description: `Its name on the Hub, for example \`owner/name\`.` }),
      url: t.field({
        type: 'URL',
        description: 'Its page on the Hub.',
        resolve: artefact => artefactUrl(kind, artefact),
      }),
      likes: t.exposeInt('likes', { nullable: true, description: 'Likes on the Hub. Null when unknown.' }),
      ...(kind !== 'spaces' && {
        downloads: t.exposeFloat('downloads', {
          nullable: true,
          description: `Downloads in the 30 days before \`Paper${type}s.readAt\`, counted by the Hub. Null when unknown.`,
        }),
      }),
      ...(kind === 'models' && {
        task: t.exposeString('task', {
          nullable: true,
          description: 'Its task, for example `text-generation`. Null when unknown.',
        }),
        parameters: t.exposeFloat('parameters', {
          nullable: true,
          description: 'Number of parameters, for example 7000000000. Null when unknown.',
        }),
      }),
    }),
  })
  return builder.objectRef<Linked>(`Paper${type}s`).implement({
    description: `The ${many} on the Hub that link a paper.`,
    fields: t => ({
      totalCount: t.exposeInt('totalCount', {
        description: `Number of ${many} that link it, exact at the last reading.`,
      }),
      top: t.field({
        type: [ArtefactType],
        description: `Up to ${TOP_ARTEFACTS}, most likes first.`,
        extensions: costs({ loads: 'artefacts', ofSelf: true, charge: 1, size: TOP_ARTEFACTS }),
        resolve: async ({ paperId }, _, { artefacts }) => (await artefacts.load(paperId))?.top[kind] ?? [],
      }),
      readAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'Time of the reading that these values come from. Null when unknown.',
        extensions: costs({ loads: 'artefacts', ofSelf: true }),
        resolve: async ({ paperId }, _, { artefacts }) => (await artefacts.load(paperId))?.readAt,
      }),
    }),
  })
}

export const PaperModels = typesOf({ kind: 'models', type: 'Model', one: 'model', many: 'models' })
export const PaperDatasets = typesOf({ kind: 'datasets', type: 'Dataset', one: 'dataset', many: 'datasets' })
export const PaperSpaces = typesOf({ kind: 'spaces', type: 'Space', one: 'Space', many: 'Spaces' })
