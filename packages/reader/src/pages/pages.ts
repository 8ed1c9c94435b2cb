import type { AnyPage } from '../routing/page.ts'
import { aboutPage } from './about.tsx'
import { accountPage } from './account.tsx'
import { authorPage } from './author.tsx'
import { dayPage, latestDayPage } from './day.tsx'
import { keywordPage } from './keyword.tsx'
import { keywordsPage } from './keywords.tsx'
import { latestMonthPage, monthPage } from './month.tsx'
import { newPage } from './new.tsx'
import { organizationPage } from './organization.tsx'
import { paperPage } from './paper.tsx'
import { risingPage } from './rising.tsx'
import { savedPage } from './saved.tsx'
import { searchPage } from './search.tsx'
import { trendingPage } from './trending.tsx'
import { latestWeekPage, weekPage } from './week.tsx'

/** All pages. The first whose path matches is shown. */
export const pages: readonly AnyPage[] = [
  latestDayPage,
  dayPage,
  latestWeekPage,
  weekPage,
  latestMonthPage,
  monthPage,
  trendingPage,
  risingPage,
  paperPage,
  authorPage,
  organizationPage,
  accountPage,
  keywordsPage,
  keywordPage,
  searchPage,
  newPage,
  savedPage,
  aboutPage,
]
