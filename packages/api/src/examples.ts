// Made from ../examples by `pnpm schema`; do not edit.
import type { Example } from './graphiql.ts'

/** The operations that GraphiQL opens with, one a tab. */
export const examples: readonly Example[] = [
  {
    name: '01-day-page',
    query: `# A reader's page of the latest day: its papers by upvotes, and the days before and after.
query DayPage {
  day {
    date
    previous
    next
    isComplete
    papers(first: 100) {
      totalCount
      nodes {
        paperId
        title
        upvotes
        comments
        thumbnail
        aiSummary { text }
        authors(first: 5) { totalCount nodes { name } }
        organization { name fullName avatar }
        submitter { username avatar }
        code { url stars }
        keywords { name }
        links { arxiv huggingFace }
      }
    }
  }
}
`,
  },
  {
    name: '02-week-best',
    query: `# The week's best: the ten papers of the last seven days with the most upvotes.
query WeekBest {
  papers(filter: { featured: { lastDays: 7 } }, orderBy: { field: UPVOTES }, first: 10) {
    totalCount
    nodes {
      paperId
      title
      upvotes
      featuredOn
      dayRank
      markdown
    }
  }
}
`,
  },
  {
    name: '03-paper-page',
    query: `# Everything about one paper, named by an arXiv id, a DOI or a URL.
query PaperPage($ref: String! = "2503.02130") {
  paper(ref: $ref) {
    id
    paperId
    title
    abstract
    aiSummary { text model }
    keywords { name paperCount }
    publishedAt
    featuredOn
    submittedAt
    withdrawnAt
    updatedAt
    days { date paperCount }
    upvotes
    comments
    dayRank
    authors(first: 100) {
      totalCount
      edges {
        position
        claim
        hubUser { username fullName avatar profile }
        node { ref name identity paperCount }
      }
    }
    submitter { username fullName submissionCount }
    authorParticipates
    organization { name fullName profile paperCount }
    code { url stars addedBy }
    projectPage
    thumbnail
    media
    links { arxiv pdf huggingFace alphaXiv doi }
    bibtex
    markdown
  }
}
`,
  },
  {
    name: '04-author-page',
    query: `# The page of an author: papers newest first, a page at a time, and the accounts behind the name.
query AuthorPage($ref: String! = "Ada Lovelace", $after: String) {
  author(ref: $ref) {
    id
    name
    identity
    hubUsers { username fullName profile }
    paperCount
    papers(first: 20, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { paperId title featuredOn upvotes authors(first: 3) { nodes { name } } }
    }
  }
}
`,
  },
  {
    name: '05-lab-dashboard',
    query: `# The dashboard of labs: the ten organizations with the most papers, and the latest papers of each.
query LabDashboard {
  organizations(orderBy: { field: PAPER_COUNT }, first: 10) {
    totalCount
    nodes {
      name
      fullName
      avatar
      paperCount
      papers(first: 5) {
        nodes { paperId title featuredOn upvotes code { url stars } }
      }
    }
  }
}
`,
  },
  {
    name: '06-reference-export',
    query: `# References for a bibliography: BibTeX of many papers in one call.
query ReferenceExport($refs: [String!]! = ["2503.02130", "https://arxiv.org/abs/2503.02131v2"]) {
  papersByRef(refs: $refs) {
    paperId
    bibtex
    links { doi }
  }
}
`,
  },
  {
    name: '07-browser-badge',
    query: `# What a browser extension shows beside links to papers: null where the feed never featured one.
query BrowserBadge($refs: [String!]! = ["https://arxiv.org/pdf/2503.02130v1", "10.48550/arXiv.2503.02131"]) {
  papersByRef(refs: $refs) {
    paperId
    upvotes
    comments
    featuredOn
    dayRank
    code { stars }
    links { huggingFace }
  }
}
`,
  },
  {
    name: '08-keyword-watch',
    query: `# What is new on a topic: the latest papers that have a keyword.
query KeywordWatch($name: String! = "reinforcement learning") {
  keyword(name: $name) {
    name
    paperCount
    papers(first: 20) {
      edges {
        cursor
        node { paperId title featuredOn upvotes aiSummary { text } }
      }
      pageInfo { hasPreviousPage startCursor }
    }
  }
}
`,
  },
  {
    name: '09-archive-calendar',
    query: `# A month of the archive as a calendar: each day that has papers, and how many.
query ArchiveCalendar($month: String! = "2025-03") {
  days(between: { month: $month }, direction: ASC, first: 31) {
    totalCount
    nodes { date paperCount isComplete updatedAt }
  }
}
`,
  },
  {
    name: '10-agent-shortlist',
    query: `# A shortlist for an agent: what trends now, with just enough text to choose from.
query AgentShortlist {
  status { latestDay { date } lastIngestAt feedAnswered }
  papers(orderBy: { field: TRENDING }, first: 30) {
    nodes {
      paperId
      title
      featuredOn
      upvotes
      aiSummary { text }
      keywords { name }
      code { url stars }
      links { pdf }
    }
  }
}
`,
  },
  {
    name: '11-new-since',
    query: `# A bot's poll: everything featured since a day, oldest first; pass \`endCursor\` as \`after\` to go on.
query NewSince($since: Date! = "2026-05-01", $after: String) {
  papers(
    filter: { featured: { days: { from: $since } } }
    orderBy: { field: FEATURED_ON, direction: ASC }
    first: 100
    after: $after
  ) {
    pageInfo { hasNextPage endCursor }
    nodes { paperId title featuredOn markdown }
  }
}
`,
  },
  {
    name: '12-refetch',
    query: `# Refreshes what a client already holds, by global ids.
query Refetch($ids: [ID!]! = ["UGFwZXI6MjUwMy4wMjEzMA"]) {
  nodes(ids: $ids) {
    __typename
    id
    ... on Paper { upvotes comments code { stars } updatedAt }
    ... on Author { name paperCount }
    ... on HubUser { username paperCount submissionCount }
    ... on Organization { name paperCount }
    ... on Keyword { name paperCount }
    ... on Day { date paperCount isComplete }
  }
}
`,
  },
]
