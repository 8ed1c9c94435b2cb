/** What people publish on the Hub for a paper. */
export const ARTEFACT_KINDS = ['models', 'datasets', 'spaces'] as const
export type ArtefactKind = (typeof ARTEFACT_KINDS)[number]

/** How many of each kind link a paper, exact. */
export type ArtefactTotals = Readonly<Record<ArtefactKind, number>>

/** A model, dataset or Space. Null is unknown. */
export interface Artefact {
  /** `owner/name` on the Hub. */
  id: string
  likes: number | null
  /** In the last 30 days; null for Spaces. */
  downloads: number | null
  /** What a model is for, such as `text-generation`. */
  task: string | null
  /** Of a model. */
  parameters: number | null
}

/** What links a paper, as one reading of the Hub showed it. */
export interface Artefacts {
  paperId: string
  /** An instant in UTC, as in `paper.ts`, which knows these totals. */
  readAt: string
  totals: ArtefactTotals
  /** Those of each kind with the most likes, most first: at most `TOP_ARTEFACTS`. */
  top: Readonly<Record<ArtefactKind, readonly Artefact[]>>
}

export const TOP_ARTEFACTS = 10

/** The account or organization that an artefact belongs to. */
export const ownerOf = ({ id }: Pick<Artefact, 'id'>): string => id.split('/')[0] ?? id

/** Its page on the Hub. */
export const artefactUrl = (kind: ArtefactKind, { id }: Pick<Artefact, 'id'>): string =>
  `https://huggingface.co/${kind === 'models' ? '' : `${kind}/`}${id}`
