import type { AnyPage } from '../serve/page.ts'
import { dayPage, latestDayPage } from './day.tsx'
import { paperPage } from './paper.tsx'

/** All pages, the first that matches a path being the one. */
export const pages: readonly AnyPage[] = [latestDayPage, dayPage, paperPage]
