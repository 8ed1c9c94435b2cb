/** What search finds by its name. */
export type NameKind = 'author' | 'keyword' | 'organization'
/** All that search finds. */
export type SearchKind = 'paper' | NameKind
