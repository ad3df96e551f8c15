import { describe, expect, it } from 'vitest'
import { otherYearsOf } from '../../../src/planet/compose/other-years.ts'
import { samplePlanet, samplePost } from '../../feeds/planet.ts'

const BLOGS = ['number-line', 'mates-al-pati', 'aula-204', 'resting']
const [card] = samplePlanet([samplePost({ id: '00000000000a' })]).posts
if (card === undefined) throw new Error('no card')
const cardOn = (published: string, blog = 0, over = {}) => ({
  ...card,
  published,
  source: { ...card.source, id: BLOGS[blog] ?? `blog-${blog}` },
  ...over,
})

/** The days of those of some posts, each of a blog of its own, that stand under "these days in other years". */
const found = (now: string, days: string[], zone = 'UTC') =>
  otherYearsOf(
    days.map((day, at) => cardOn(`${day}T12:00:00.000Z`, at)),
    `${now}T12:00:00.000Z`,
    zone,
  ).map(({ published }) => published.slice(0, 10))

describe('these days in other years', () => {
  it('are the three days before and after today, in earlier years only', () => {
    const days = ['2026-11-19', '2025-11-24', '2025-11-23', '2024-11-17', '2023-11-16', '2026-11-23']
    expect(found('2026-11-20', days)).toEqual(['2025-11-23', '2024-11-17'])
  })

  it.each([
    ['2027-01-01', ['2025-12-30', '2026-01-04', '2026-12-30', '2027-01-01'], ['2026-01-04', '2025-12-30']],
    ['2026-12-31', ['2026-01-02', '2025-12-28', '2025-01-03', '2026-12-29'], ['2026-01-02', '2025-12-28', '2025-01-03']],
  ])('reach over the end of the year: on %s', (now, days, expected) => {
    expect(found(now, days)).toEqual(expected)
  })

  it.each([
    ['2028-02-29', ['2027-02-25', '2027-02-26', '2027-03-04', '2024-02-29'], ['2027-03-04', '2027-02-26', '2024-02-29']],
    ['2027-02-28', ['2024-02-29', '2024-03-02', '2024-03-03'], ['2024-03-02', '2024-02-29']],
  ])('know leap days: on %s', (now, days, expected) => {
    expect(found(now, days)).toEqual(expected)
  })

  it('go by the calendar of the planet', () => {
    const late = [cardOn('2025-11-23T23:30:00.000Z')]
    expect(otherYearsOf(late, '2026-11-20T12:00:00.000Z', 'UTC')).toHaveLength(1)
    expect(otherYearsOf(late, '2026-11-20T12:00:00.000Z', 'Europe/Madrid')).toHaveLength(0)
  })

  it('show one post of a blog, from as many years as there are, at most four', () => {
    const year = (of: number, blogs: number[]) => blogs.map((blog) => cardOn(`${of}-11-20T08:00:00.000Z`, blog))
    const cards = [...year(2025, [0, 0, 1, 2, 3, 4]), ...year(2024, [0, 5]), ...year(2019, [6])]
    const shown = otherYearsOf(cards, '2026-11-20T12:00:00.000Z', 'UTC')
    expect(shown.map(({ published }) => published.slice(0, 4))).toEqual(['2025', '2025', '2024', '2019'])
    expect(new Set(shown.map(({ source }) => source.id)).size).toBe(4)
  })

  it('do not count a date that was guessed', () => {
    const guessed = cardOn('2025-11-20T08:00:00.000Z', 0, { dateGuessed: true as const })
    expect(otherYearsOf([guessed], '2026-11-20T12:00:00.000Z', 'UTC')).toEqual([])
  })
})
