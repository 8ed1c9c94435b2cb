import { addDays } from '@daily-papers/papers/days.ts'
import type { Day } from '@daily-papers/papers/paper.ts'
import { createRandom, type Random } from './random.ts'
import { abstract, authorName, keyword, subject } from './words.ts'

const AUTHORS = 20_000
const KEYWORDS = 6_000
const ORGANIZATIONS = 300
const SUBMITTERS = 400

const claims = ['admin_assigned', 'admin_assigned', 'claimed_verified', 'extracted_pending'] as const
const linkedBy = ['user', 'user', 'user', 'auto'] as const

/** The Hub leaves out unknown values. */
const sometimes = <T extends object>(present: boolean, fields: () => T): Partial<T> =>
  present ? fields() : {}

/** Looks like the Hub's: 24 hexadecimal digits. */
function objectId(random: Random): string {
  const eight = () =>
    random
      .below(2 ** 32)
      .toString(16)
      .padStart(8, '0')
  return eight() + eight() + eight()
}

/**
 * The paper `id`, number `number`, as the Hub would show it on `day`. Probabilities are those of the real feed in
 * 2026, without oddities that are too rare for a small sample.
 */
export function samplePaper(id: string, number: number, day: Day, seed: number) {
  const random = createRandom(seed, Number(id.replace('.', '')), 3)
  const about = `Sample paper ${number}: ${subject(random)}`
  const latex = random.chance(0.03) ? ' in $\\mathcal{O}(n^2)$ & 50% less' : ''
  const broken = random.chance(0.15) ? about.replace(' for ', '\n  for ') : about
  const summary = abstract(random)
  const publishedAt = `${addDays(day, -1 - random.below(5))}T00:00:00.000Z`
  const lab = random.popular(ORGANIZATIONS) + 1
  const organization = sometimes(random.chance(0.5), () => ({
    organization: {
      _id: objectId(random),
      name: `sample-lab-${lab}`,
      fullname: `Sample Lab ${lab}`,
      ...sometimes(random.chance(0.95), () => ({ avatar: `/avatars/sample-lab-${lab}.svg` })),
    },
  }))
  const media = sometimes(random.chance(0.16), () => ({
    mediaUrls: Array.from(
      { length: 1 + random.below(2) },
      (_, i) => `https://sample.example/media/${id}-${i}.png`,
    ),
  }))
  return {
    paper: {
      id,
      authors: authors(random),
      publishedAt,
      title: broken + latex,
      summary,
      discussionId: objectId(random),
      ...sometimes(random.chance(0.25), () => ({ projectPage: projectPage(random, lab, number) })),
      ...sometimes(random.chance(0.5), () => repository(random, lab, number)),
      ...sometimes(random.chance(0.9), () => ({
        ai_summary: `A generated summary of sample paper ${number}.`,
        ai_summary_model: 'sample-model',
        ai_keywords: Array.from({ length: 4 + random.below(11) }, () => keyword(random.popular(KEYWORDS))),
      })),
      ...organization,
      ...media,
    },
    publishedAt: publishedAt.replace('T00', 'T20').replace(/^.{10}/, date => addDays(date, -1)), // mislabelled, as the Hub's
    title: about + latex,
    summary,
    thumbnail: `https://sample.example/thumbnails/${id}.png`,
    ...organization,
    ...media,
  }
}

/** Fields of a paper on one day of the feed: votes, comments and submitter. */
export function sampleFeaturing(id: string, day: Day, seed: number) {
  const random = createRandom(seed, Number(id.replace('.', '')), Number(day.replaceAll('-', '')), 4)
  const submitter = account(random, `sample-user-${random.popular(SUBMITTERS) + 1}`)
  return {
    paper: {
      submittedOnDailyAt: `${day}T0${random.below(10)}:00:00.000Z`,
      submittedOnDailyBy: { ...submitter, user: submitter.name },
      ...sometimes(random.chance(0.99), () => ({ upvotes: random.skewed(6.5, 1.2) })),
    },
    numComments: random.skewed(1.5, 0.6),
    submittedBy: { ...submitter, followerCount: random.skewed(5, 1.5) },
    isAuthorParticipating: random.chance(0.25),
  }
}

function authors(random: Random) {
  const count = random.chance(0.01) ? 100 + random.below(200) : Math.max(1, random.skewed(7.5, 0.6))
  const people = Array.from({ length: count }, () => {
    // Some authors write more papers than others.
    const index = Math.floor((random.below(AUTHORS) * random.below(AUTHORS)) / AUTHORS)
    // Accents are sometimes missing in the next paper.
    const name = random.chance(0.2)
      ? authorName(index).normalize('NFKD').replace(/\p{M}/gu, '')
      : authorName(index)
    return {
      _id: objectId(random),
      name,
      hidden: random.chance(0.002),
      ...sometimes(random.chance(0.09), () => ({
        user: { ...account(random, `sample-author-${index}`, name), user: `sample-author-${index}` },
        status: random.chance(0.02) ? 'extracted_infirmed' : random.pick(claims),
        statusLastChangedAt: '2026-01-01T00:00:00.000Z',
      })),
    }
  })
  // Sometimes a name is printed twice.
  return random.chance(0.01) ? [...people, ...people.slice(0, 1)] : people
}

function account(random: Random, handle: string, fullname = handle.replaceAll('-', ' ')) {
  const host = random.chance(0.7) ? '' : 'https://sample.example'
  return {
    _id: objectId(random),
    avatarUrl: `${host}/avatars/${handle}.svg`,
    fullname,
    name: handle,
    isPro: false,
    type: 'user',
  }
}

/** GitHub allows no owner with two hyphens in a row, so the link leads nowhere. */
const gitHub = (lab: number, number: number) => `https://github.com/sample--lab-${lab}/sample-${number}`

function projectPage(random: Random, lab: number, number: number): string {
  return random.chance(0.09) ? gitHub(lab, number) : `https://sample.example/papers/${number}`
}

function repository(random: Random, lab: number, number: number) {
  return {
    githubRepo: gitHub(lab, number) + (random.chance(0.03) ? random.pick(['/tree/main/code', '/']) : ''),
    githubRepoAddedBy: random.pick(linkedBy),
    ...sometimes(random.chance(0.8), () => ({ githubStars: random.skewed(20, 1.8) })),
  }
}
