type Fields = Record<string, unknown>

/**
 * A made-up entry in the Hub's form of 2026. `paper` overrides fields of the inner paper. `undefined` leaves a field
 * out.
 */
export function feedEntry({
  paper = {},
  ...outer
}: {
  paper?: Fields
  [field: string]: unknown
} = {}): Fields {
  const title = 'A Sample of Everything'
  const summary = 'We present a sample.'
  const organization = {
    _id: '0000000000000000000000a0',
    name: 'sample-lab',
    fullname: 'Sample Lab',
    avatar: 'https://cdn-avatars.huggingface.co/v1/sample-lab.png',
  }
  return asSent({
    paper: {
      id: '2603.00001',
      authors: [feedAuthor({ name: 'Ann Sample' }), feedAuthor({ name: 'Bo Sample' })],
      publishedAt: '2026-03-02T00:00:00.000Z',
      submittedOnDailyAt: '2026-03-04T00:00:00.000Z',
      title,
      submittedOnDailyBy: { ...feedUser('sample-user'), user: 'sample-user' },
      summary,
      upvotes: 12,
      discussionId: '0000000000000000000000d0',
      projectPage: 'https://sample-lab.example/everything',
      githubRepo: 'https://github.com/sample-lab/everything',
      githubRepoAddedBy: 'user',
      githubStars: 34,
      ai_summary: 'A sample is presented.',
      ai_summary_model: 'sample-model',
      ai_keywords: ['sampling', 'everything'],
      mediaUrls: ['https://cdn-uploads.huggingface.co/sample/1.png'],
      organization,
      ...paper,
    },
    publishedAt: '2026-03-01T19:00:00.000Z',
    title,
    summary,
    thumbnail: 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2603.00001.png',
    mediaUrls: ['https://cdn-uploads.huggingface.co/sample/1.png'],
    numComments: 2,
    submittedBy: { ...feedUser('sample-user'), name: 'sample-user', followerCount: 7 },
    isAuthorParticipating: false,
    organization,
    ...outer,
  })
}

/** An author of an entry; no account unless one is given. */
export function feedAuthor(fields: Fields): Fields {
  return { _id: '0000000000000000000000b0', hidden: false, ...fields }
}

/** The Hub's fields of an account, without its handle. */
export function feedUser(handle: string): Fields {
  return {
    _id: '0000000000000000000000c0',
    avatarUrl: `/avatars/${handle}.svg`,
    fullname: `The ${handle}`,
    isPro: false,
    type: 'user',
  }
}

/** JSON has no `undefined`: such fields are absent. */
function asSent(value: Fields): Fields {
  return JSON.parse(JSON.stringify(value))
}
