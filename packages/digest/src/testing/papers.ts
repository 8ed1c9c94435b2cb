import type { MailedPaper, MailedPapers } from '../papers/mailed-papers.ts'

/** A paper as the graph answers it; says what a test asks for. */
export function paper(paperId: string, said: Partial<MailedPaper> = {}): MailedPaper {
  return {
    paperId,
    featuredOn: '2026-03-02',
    title: `Paper ${paperId}`,
    upvotes: 12,
    comments: 3,
    aiSummary: { text: `What ${paperId} is about.` },
    abstract: `The abstract of ${paperId}.`,
    authors: { nodes: [{ name: 'Ada Example' }, { name: 'Bo Example' }], totalCount: 9 },
    organization: { fullName: 'Example Lab', name: 'example-lab' },
    links: {
      huggingFace: `https://huggingface.co/papers/${paperId}`,
      pdf: `https://arxiv.org/pdf/${paperId}`,
    },
    code: { url: `https://github.com/example/${paperId}` },
    ...said,
  }
}

/** Papers with texts as long as the feed's. */
export const longPapers = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    paper(`2603.${String(10_000 + at)}`, {
      title: `${'Scaling & Aligning <Agents> for Long “Horizon” Reasoning'} — Part ${at}, with Verifiable Rewards`,
      upvotes: count - at,
      aiSummary: {
        text: 'A framework that trains models on long tasks improves accuracy over baselines. '.repeat(6),
      },
    }),
  ) as MailedPapers
