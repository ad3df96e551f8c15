import { expect, it } from 'vitest'
import { listYears, yearName } from '../../src/components/school-years.ts'

const posts = (count: number, day: string) => Array.from({ length: count }, () => ({ published: day }))

it('names the page on which each school year begins', () => {
  const written = [...posts(25, '2026-10-01'), ...posts(15, '2025-12-01'), ...posts(3, '2025-08-31')]
  expect(listYears(written, (day) => day)).toEqual([
    { year: 2026, posts: 25, page: 1 },
    { year: 2025, posts: 15, page: 2 },
    { year: 2024, posts: 3, page: 3 },
  ])
  expect(listYears([], (day) => day)).toEqual([])
})

it('writes a school year in short', () => {
  expect(yearName(2026, 'ltr')).toBe('2026–27')
  expect(yearName(1999, 'ltr')).toBe('1999–00')
  expect(yearName(2026, 'rtl').replace(/[\u2066\u2069]/g, '')).toBe('2026–27')
})
