import type { Account } from '@daily-papers/papers/paper.ts'
import { counted } from './counted.ts'

/** The report of `pnpm forget`: how many papers lost the person, and which accounts may still be theirs. */
export function forgetReport(
  who: string,
  { papers, namesakes }: { papers: readonly string[]; namesakes: readonly Account[] },
): string {
  const lines = [`removed ${who} from ${counted(papers.length, 'paper')}, also in later runs`]
  if (namesakes.length > 0)
    lines.push(
      'These Hub accounts have the same full name or claim the same papers. They stay, because they may be somebody else:',
      ...namesakes.map(({ username, fullName }) =>
        fullName ? `  ${username} (${fullName})` : `  ${username}`,
      ),
      'To remove one of them: pnpm forget <username>',
    )
  return `${lines.join('\n')}\n`
}
