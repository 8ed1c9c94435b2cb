import type { Account } from '@daily-papers/papers/paper.ts'

/** What is told when a person was taken out: of how many papers, and whom it may be that is still shown. */
export function forgetReport(
  who: string,
  { papers, namesakes }: { papers: readonly string[]; namesakes: readonly Account[] },
): string {
  const found = papers.length === 1 ? '1 paper' : `${papers.length} papers`
  const lines = [`took ${who} out of ${found}, and keeps them out of what is read later`]
  if (namesakes.length > 0)
    lines.push(
      'Hub accounts that have this full name or had claimed its papers, left as they may be somebody else:',
      ...namesakes.map(({ username, fullName }) =>
        fullName ? `  ${username} (${fullName})` : `  ${username}`,
      ),
      'To take one out too: pnpm forget <username>',
    )
  return `${lines.join('\n')}\n`
}
