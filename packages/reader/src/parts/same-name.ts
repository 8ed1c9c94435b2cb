const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** Whether two spellings are of one name: case, accents and punctuation don’t matter. */
export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other)
