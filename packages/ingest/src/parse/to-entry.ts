import { keywordKey } from '@daily-papers/papers/names.ts'
import type { Account, Authorship, Code, Day, Entry, Organization } from '@daily-papers/papers/paper.ts'
import { canonicalRepository, isGitHub } from '@daily-papers/papers/repository.ts'
import type { FeedAccount, FeedAuthor, FeedEntry } from './entry-schema.ts'

type Maybe<T> = T | null | undefined

/** An entry of the feed on the day `day`, in our own types. */
export function toEntry(feed: FeedEntry, day: Day): Entry {
  const { paper } = feed
  const oldMedia = feed.mediaUrl ? [feed.mediaUrl] : []
  const media = [
    ...(feed.mediaUrls ?? []),
    ...(paper.mediaUrls ?? []),
    ...oldMedia.filter(url => !isThumbnail(url)),
  ]
  return {
    description: {
      id: paper.id,
      title: paper.title,
      abstract: paper.summary ?? feed.summary ?? '',
      publishedAt: paper.publishedAt,
      withdrawnAt: paper.withdrawnAt ?? null,
      authors: paper.authors.filter(isShown).map(toAuthorship),
      keywords: distinctKeywords(paper.ai_keywords ?? []),
      aiSummary: paper.ai_summary ? { text: paper.ai_summary, model: paper.ai_summary_model ?? null } : null,
      organization: toOrganization(feed.organization ?? paper.organization ?? feed.submitterOrganization),
      code: codeOf(paper),
      projectPage: paper.projectPage ?? null,
      thumbnail: feed.thumbnail ?? oldMedia.find(isThumbnail) ?? null,
      media: [...new Set(media)],
      discussionId: paper.discussionId ?? null,
    },
    featuring: {
      day,
      submittedAt: paper.submittedOnDailyAt ?? null,
      submitter: toAccount(feed.submittedBy) ?? toAccount(paper.submittedOnDailyBy),
      authorParticipates: feed.isAuthorParticipating ?? null,
    },
    counters: {
      upvotes: paper.upvotes ?? null,
      comments: feed.numComments ?? null,
      githubStars: paper.githubStars ?? null,
    },
  }
}

/** The Hub's pages hide these authors too. An unreadable mark counts as hidden. */
function isShown({ hidden }: FeedAuthor): boolean {
  return hidden === undefined || hidden === null || hidden === false
}

function toAuthorship({ name, user, status }: FeedAuthor): Authorship {
  // "Infirmed": the account was matched by name, and is not the author.
  return { name, account: status === 'extracted_infirmed' ? null : toAccount(user), claim: status ?? null }
}

function toAccount(feed: Maybe<FeedAccount>): Account | null {
  const username = feed?.user ?? feed?.name
  return username ? { username, fullName: feed?.fullname ?? null, avatar: feed?.avatarUrl ?? null } : null
}

function toOrganization(feed: FeedEntry['organization']): Organization | null {
  return feed ? { name: feed.name, fullName: feed.fullname ?? null, avatar: feed.avatar ?? null } : null
}

/** The linked repository. Papers from before this field have it as their project page. */
function codeOf({ githubRepo, githubRepoAddedBy, projectPage }: FeedEntry['paper']): Code | null {
  const linked = githubRepo ? canonicalRepository(githubRepo) : null
  if (linked) return { url: linked, addedBy: githubRepoAddedBy ?? null }
  const page = projectPage && isGitHub(projectPage) ? canonicalRepository(projectPage) : null
  return page ? { url: page, addedBy: null } : null
}

/** The first printed form of each keyword. */
function distinctKeywords(printed: string[]): string[] {
  const byKey = new Map<string, string>()
  for (const keyword of printed) {
    const key = keywordKey(keyword)
    if (keyword !== '' && !byKey.has(key)) byKey.set(key, keyword)
  }
  return [...byKey.values()]
}

/** Pictures that the Hub itself draws for every paper. */
function isThumbnail(url: string): boolean {
  return url.includes('/social-thumbnails/')
}
