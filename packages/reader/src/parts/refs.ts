/** The most papers that one query reads by id. */
const MOST = 100

/** Ids in an address, as `ids=2605.28293,2605.27365`. */
export const refsIn = (query: URLSearchParams): string[] =>
  [
    ...new Set(
      query
        .getAll('ids')
        .flatMap(ids => ids.split(','))
        .filter(id => /^\d{4}\.\d{4,5}$/.test(id)),
    ),
  ].slice(0, MOST)
