// biome-ignore-all format: lists of names

/** The fields of each object, unused ones included. */
const accountFields = [
  '_id', 'id', 'user', 'name', 'fullname', 'avatarUrl', 'type', 'isPro', 'isHf', 'isHfAdmin', 'isMod', 'followerCount',
  'isUserFollowing',
]
const organizationFields = ['_id', 'name', 'fullname', 'avatar']

/** By the dotted path of the object; elements of a list have the path of the list. */
const fieldsOf: Record<string, readonly string[]> = {
  '': [
    'paper', 'title', 'summary', 'publishedAt', 'thumbnail', 'mediaUrl', 'mediaUrls', 'numComments', 'submittedBy',
    'isAuthorParticipating', 'organization', 'submitterOrganization',
  ],
  paper: [
    'id', 'authors', 'publishedAt', 'title', 'summary', 'upvotes', 'discussionId', 'projectPage', 'githubRepo',
    'githubRepoAddedBy', 'githubStars', 'ai_keywords', 'ai_summary', 'ai_summary_model', 'submittedOnDailyAt',
    'submittedOnDailyBy', 'mediaUrls', 'organization', 'withdrawnAt', 'source',
  ],
  'paper.authors': ['_id', 'name', 'hidden', 'user', 'status', 'statusLastChangedAt'],
  'paper.authors.user': accountFields,
  'paper.submittedOnDailyBy': accountFields,
  'paper.organization': organizationFields,
  submittedBy: accountFields,
  organization: organizationFields,
  submitterOrganization: organizationFields,
}

/** The dotted paths of fields that the feed was not known to have, such as `paper.alsoNew`. */
export function unknownFieldsIn(entry: unknown): Set<string> {
  const found = new Set<string>()
  const visit = (value: unknown, path: string): void => {
    const known = fieldsOf[path]
    if (!known || typeof value !== 'object' || value === null) return
    for (const [field, inner] of Object.entries(value)) {
      const innerPath = path ? `${path}.${field}` : field
      if (!known.includes(field)) found.add(innerPath)
      else for (const item of Array.isArray(inner) ? inner : [inner]) visit(item, innerPath)
    }
  }
  if (!Array.isArray(entry)) visit(entry, '')
  return found
}
