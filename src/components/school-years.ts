import { schoolYear } from '../planet/compose/calendar.ts'
import { groupsOf, LIST_SIZE } from './lists.ts'

/** The two calendar years of a school year, as a sentence takes them in: 2026 is `2026` and `27`. */
export const yearParts = (year: number): { first: string; second: string } => ({
  first: String(year),
  second: String((year + 1) % 100).padStart(2, '0'),
})

/** A school year in short: 2026 is `2026–27`, held together where a page is read from right to left. */
export function yearName(year: number, dir: 'ltr' | 'rtl'): string {
  const { first, second } = yearParts(year)
  return dir === 'ltr' ? `${first}–${second}` : `\u2066${first}–${second}\u2069`
}

/** A school year of a list: its posts, and the page of the list on which they begin, from 1. */
export type ListYear = { year: number; posts: number; page: number }

/** The school years of a list of posts, newest first; `calendar` gives the day of a moment. */
export function listYears(posts: { published: string }[], calendar: (iso: string) => string): ListYear[] {
  let before = 0
  return groupsOf(posts, ({ published }) => schoolYear(calendar(published))).map(({ key, items }) => {
    const page = Math.floor(before / LIST_SIZE) + 1
    before += items.length
    return { year: key, posts: items.length, page }
  })
}
