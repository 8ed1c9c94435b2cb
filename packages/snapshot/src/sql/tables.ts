/** Version of the tables below, stored as SQLite's `user_version`. A reader accepts only its own. */
export const SCHEMA_VERSION = 7

/** `DPG1`, SQLite's `application_id`: marks the file as a snapshot. */
export const APPLICATION_ID = 0x44_50_47_31

/**
 * The tables of a snapshot. Days are `YYYY-MM-DD` and instants ISO 8601, all in UTC. Unknown is NULL, never 0. Row
 * numbers of papers, authors and keywords are valid only in this file. arXiv identifiers and keys stay the same.
 */
export const tables = /* sql */ `
-- What this file is, for whoever opens it by hand.
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- A paper as its latest day shows it. What filters and orders look at is here; its texts are in paper_text.
-- by_*: where it stands in each order of the lists.
CREATE TABLE paper (
  paper INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  featured_on TEXT NOT NULL,
  published_at TEXT NOT NULL,
  withdrawn_at TEXT,
  updated_at TEXT NOT NULL,
  organization INTEGER REFERENCES organization,
  upvotes INTEGER,
  comments INTEGER,
  github_stars INTEGER,
  -- How many models, datasets and Spaces on the Hub link it; NULL where this was never read.
  models INTEGER,
  datasets INTEGER,
  spaces INTEGER,
  has_code INTEGER NOT NULL,
  has_project_page INTEGER NOT NULL,
  has_ai_summary INTEGER NOT NULL,
  by_featured TEXT NOT NULL,
  by_published TEXT NOT NULL,
  by_upvotes TEXT NOT NULL,
  by_trending TEXT NOT NULL
);
CREATE TABLE paper_text (
  paper INTEGER PRIMARY KEY REFERENCES paper,
  title TEXT NOT NULL,
  abstract TEXT NOT NULL,
  ai_summary TEXT,
  ai_model TEXT,
  code_url TEXT,
  project_page TEXT,
  thumbnail TEXT
);

-- The days that featured a paper, and who submitted it then.
CREATE TABLE featuring (
  paper INTEGER NOT NULL REFERENCES paper,
  day TEXT NOT NULL REFERENCES day,
  submitted_at TEXT,
  submitter INTEGER REFERENCES account,
  PRIMARY KEY (paper, day)
) WITHOUT ROWID;
CREATE TABLE day (
  date TEXT PRIMARY KEY,
  paper_count INTEGER NOT NULL,
  settled INTEGER NOT NULL,
  changed_at TEXT NOT NULL
) WITHOUT ROWID;
-- Weekdays that the feed left without papers: holidays. Of any other weekday without papers, nothing is known.
CREATE TABLE empty_day (date TEXT PRIMARY KEY) WITHOUT ROWID;

-- What papers have in common; key is the normalised name that tells one from another.
CREATE TABLE author (author INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, paper_count INTEGER NOT NULL);
CREATE TABLE keyword (keyword INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, paper_count INTEGER NOT NULL);
CREATE TABLE organization (
  organization INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  full_name TEXT, full_key TEXT, paper_count INTEGER NOT NULL
);
CREATE TABLE account (
  account INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, full_name TEXT,
  paper_count INTEGER NOT NULL, submission_count INTEGER NOT NULL
);

-- A paper's authors and keywords, in its order.
CREATE TABLE authorship (
  paper INTEGER NOT NULL REFERENCES paper,
  position INTEGER NOT NULL,
  author INTEGER NOT NULL REFERENCES author,
  name TEXT NOT NULL,
  account INTEGER REFERENCES account,
  PRIMARY KEY (paper, position)
) WITHOUT ROWID;
CREATE TABLE paper_keyword (
  paper INTEGER NOT NULL REFERENCES paper,
  position INTEGER NOT NULL,
  keyword INTEGER NOT NULL REFERENCES keyword,
  name TEXT NOT NULL,
  PRIMARY KEY (paper, position)
) WITHOUT ROWID;

-- What a paper says of an account or organization, where that is not what the row of the account or organization says.
CREATE TABLE said_otherwise (
  paper INTEGER NOT NULL REFERENCES paper,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  full_name TEXT,
  PRIMARY KEY (paper, kind, key)
) WITHOUT ROWID;

-- How a paper's counters moved since the feed is read here.
CREATE TABLE history (
  paper INTEGER NOT NULL REFERENCES paper,
  at TEXT NOT NULL,
  upvotes INTEGER,
  comments INTEGER,
  github_stars INTEGER,
  PRIMARY KEY (paper, at)
) WITHOUT ROWID;

-- Latent semantic analysis: papers on the same matter have vectors that point the same way. A vector is 128 signed bytes.
-- The vector of a text is the sum, over its words, of (1 + ln(times)) * weight * vector.
CREATE TABLE word (word TEXT PRIMARY KEY, papers INTEGER NOT NULL, weight REAL NOT NULL, vector BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE paper_vector (paper INTEGER PRIMARY KEY REFERENCES paper, vector BLOB NOT NULL);

-- The words of each text, in lower case and without accents, U+E000 (of the category Co) between two authors, keywords
-- or names; texts themselves are in the tables above.
CREATE VIRTUAL TABLE paper_words USING fts5(title, abstract, summary, keywords, authors, organization, content='', TOKENIZER);
CREATE VIRTUAL TABLE author_words USING fts5(name, content='', TOKENIZER);
CREATE VIRTUAL TABLE keyword_words USING fts5(name, content='', TOKENIZER);
CREATE VIRTUAL TABLE organization_words USING fts5(name, content='', TOKENIZER);
`.replaceAll('TOKENIZER', `tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"`)

/** Indexes, created last, when the tables are full. */
export const indexes = /* sql */ `
CREATE INDEX featuring_by_day ON featuring (day, paper);
CREATE INDEX featuring_by_submitter ON featuring (submitter, paper) WHERE submitter IS NOT NULL;
CREATE INDEX paper_by_organization ON paper (organization, paper) WHERE organization IS NOT NULL;
CREATE INDEX authorship_by_author ON authorship (author, paper);
CREATE INDEX paper_keyword_by_keyword ON paper_keyword (keyword, paper);
`
