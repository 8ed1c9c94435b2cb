/** Sort value of a paper in each order. By the feed's day: its first day within the range. */
export const positions = {
  featuredOn: /* sql */ `paper.by_featured`,
  featuredInRange: /* sql */ `(
    SELECT min(day) FROM featuring
    WHERE featuring.paper = paper.paper AND day BETWEEN :featuredFrom AND :featuredTo
  ) || '#' || paper.id`,
  publishedAt: /* sql */ `paper.by_published`,
  upvotes: /* sql */ `paper.by_upvotes`,
  trending: /* sql */ `paper.by_trending`,
  comments: /* sql */ `iif(paper.comments IS NULL, '-------', printf('%07d', paper.comments)) || '#' || paper.id`,
  githubStars: /* sql */ `iif(paper.github_stars IS NULL, '-------', printf('%07d', paper.github_stars)) || '#' || paper.id`,
}

export const countPapers = (where: string): string => /* sql */ `
SELECT count(*) AS count FROM paper
WHERE ${where}`

/** The papers on one side of a position, or between two. */
export const pageOfPapers = (where: string, position: string, descending: boolean): string => /* sql */ `
SELECT id, position FROM (SELECT paper.id, ${position} AS position FROM paper WHERE ${where})
WHERE position > :above AND position < :below
ORDER BY position ${descending ? 'DESC' : 'ASC'}
LIMIT :limit`
