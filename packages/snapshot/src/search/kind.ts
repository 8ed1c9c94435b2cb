/** Kinds that search finds by name. */
export type NameKind = 'author' | 'keyword' | 'organization'
/** All kinds that search finds. */
export type SearchKind = 'paper' | NameKind
