import {
  type Artefact,
  type ArtefactKind,
  artefactUrl,
  TOP_ARTEFACTS,
} from '@daily-papers/papers/artefact.ts'
import { builder } from '../builder.ts'
import { costs } from '../cost/field-cost.ts'

/** What links a paper of one kind: the total is the paper's own, the rest is read. */
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

/** The types of one kind: the artefact itself, and those that link a paper. */
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
      likes: t.exposeInt('likes', { nullable: true, description: 'Likes on the Hub; null when unknown.' }),
      ...(kind !== 'spaces' && {
        downloads: t.exposeFloat('downloads', {
          nullable: true,
          description:
            'Downloads in a month, as the Hub counts them; null when unknown. They may be older than the likes.',
        }),
      }),
      ...(kind === 'models' && {
        task: t.exposeString('task', {
          nullable: true,
          description: 'What it is for, for example `text-generation`; null when the Hub does not say.',
        }),
        parameters: t.exposeFloat('parameters', {
          nullable: true,
          description: 'How many parameters it has, for example 7000000000; null when unknown.',
        }),
      }),
    }),
  })
  return builder.objectRef<Linked>(`Paper${type}s`).implement({
    description: `The ${many} on the Hub that link a paper.`,
    fields: t => ({
      totalCount: t.exposeInt('totalCount', { description: `How many ${many} link it, exact.` }),
      top: t.field({
        type: [ArtefactType],
        description: `Those with the most likes, most first: at most ${TOP_ARTEFACTS}.`,
        extensions: costs({ loads: 'artefacts', ofSelf: true, charge: 1, size: TOP_ARTEFACTS }),
        resolve: async ({ paperId }, _, { artefacts }) => (await artefacts.load(paperId))?.top[kind] ?? [],
      }),
      readAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'When the Hub was read that first said so. Later readings found the same.',
        extensions: costs({ loads: 'artefacts', ofSelf: true }),
        resolve: async ({ paperId }, _, { artefacts }) => (await artefacts.load(paperId))?.readAt,
      }),
    }),
  })
}

export const PaperModels = typesOf({ kind: 'models', type: 'Model', one: 'model', many: 'models' })
export const PaperDatasets = typesOf({ kind: 'datasets', type: 'Dataset', one: 'dataset', many: 'datasets' })
export const PaperSpaces = typesOf({ kind: 'spaces', type: 'Space', one: 'Space', many: 'Spaces' })
