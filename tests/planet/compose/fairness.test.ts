import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FRONT_SIZE, frontOf } from '../../../src/planet/compose/front.ts'
import type { Card } from '../../../src/planet/compose/planet.ts'
import { card as cardOf } from './card.ts'

const NOW = '2026-11-20T07:00:00.000Z'
const HOUR = 3_600_000
const DAY = 24 * HOUR
const ago = (ms: number): string => new Date(Date.parse(NOW) - ms).toISOString()

let count = 0
/** A card of a blog, published and first seen so many milliseconds ago. */
const card = (blog: string, published: number, seen: number): Card =>
  cardOf(blog, (count++).toString(16).padStart(12, '0'), { published: ago(published), firstSeen: ago(seen) })

const newestFirst = (cards: Card[]): Card[] =>
  cards.toSorted((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : a.id < b.id ? -1 : 1))

/** One blog over a week: what it had before, what came day by day, and what came in one fetch (a burst, or all it ever wrote). */
const blogWeek = fc.record({
  before: fc.nat(5),
  daily: fc.array(fc.nat(6), { maxLength: 7 }),
  burst: fc.oneof(
    { weight: 8, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: 3, max: 12 }) },
    fc.constant(200),
  ),
  isNew: fc.boolean(),
})
const week = fc.array(blogWeek, { minLength: 1, maxLength: 16 })
type Week = typeof week extends fc.Arbitrary<infer W> ? W : never

function cardsOf(blogs: Week): Card[] {
  return blogs.flatMap(({ before, daily, burst, isNew }, n) => {
    const id = `blog-${n}`
    const old = isNew ? 0 : before
    return [
      ...Array.from({ length: old }, (_, at) => card(id, (40 + at * 20) * DAY, (39 + at * 20) * DAY)),
      ...daily.flatMap((posts, day) => Array.from({ length: posts }, (_, at) => card(id, day * DAY + at * HOUR + n, day * DAY))),
      ...Array.from({ length: burst }, (_, at) => card(id, at * 5 * HOUR + n, 3 * HOUR)),
    ]
  })
}

/** A blog that has just joined with everything it ever wrote, one post every second day. */
const firstImport = (posts: number): Card[] => Array.from({ length: posts }, (_, at) => card('joined', at * 2 * DAY, HOUR))
/** The same, from a feed that says no dates, or absurd ones: all stand at the moment of the import. */
const undatedImport = (posts: number): Card[] =>
  Array.from({ length: posts }, () => ({ ...card('joined', HOUR, HOUR), dateGuessed: true }))
const burst = (posts: number): Card[] => [
  card('burst', 90 * DAY, 90 * DAY),
  ...Array.from({ length: posts }, (_, at) => card('burst', at * 60_000, HOUR)),
]

const front = (cards: Card[]): Card[] => frontOf(newestFirst(cards), NOW)
const of = (cards: Card[], blog: string): Card[] => cards.filter(({ source }) => source.id === blog)
const fetchOf = ({ source, firstSeen }: Card): string => `${source.id} ${firstSeen}`

const runs = { numRuns: 1000 }

describe('the front page, over a thousand weeks by chance', () => {
  it('has at most twenty posts and two of one blog, none twice, and is full where that rule can fill it', () => {
    fc.assert(
      fc.property(week, (blogs) => {
        const cards = cardsOf(blogs)
        const shown = front(cards)
        const own = [...Map.groupBy(cards, ({ source }) => source.id).values()]
        expect(shown.length).toBe(
          Math.min(
            FRONT_SIZE,
            own.reduce((sum, { length }) => sum + Math.min(2, length), 0),
          ),
        )
        expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
        for (const { length } of Map.groupBy(shown, ({ source }) => source.id).values()) expect(length).toBeLessThanOrEqual(2)
      }),
      runs,
    )
  })

  it('says of every flood, and of nothing else, how many posts of the same fetch it leaves out', () => {
    fc.assert(
      fc.property(week, (blogs) => {
        const cards = cardsOf(blogs)
        const shown = front(cards)
        const firsts = new Map(
          [...Map.groupBy(cards, ({ source }) => source.id)].map(([id, own]) => [
            id,
            own.map(({ firstSeen }) => firstSeen).sort()[0],
          ]),
        )
        for (const [fetch, own] of Map.groupBy(shown, fetchOf)) {
          const came = cards.filter((one) => fetchOf(one) === fetch).length
          const isFirst = firsts.get(own[0]?.source.id ?? '') === own[0]?.firstSeen
          const expected = came > 4 && !isFirst ? [came - own.length] : []
          expect(own.flatMap(({ more }) => (more === undefined ? [] : [more]))).toEqual(expected)
        }
      }),
      runs,
    )
  })

  it('gives a burst of 200 posts two places at most, whoever else writes', () => {
    fc.assert(
      fc.property(week, (blogs) => {
        const others = cardsOf(blogs)
        const before = front(others).map(({ id }) => id)
        const shown = front([...others, ...burst(200)])
        expect(of(shown, 'burst').length).toBeLessThanOrEqual(2)
        expect(before.filter((id) => !shown.some((one) => one.id === id)).length).toBeLessThanOrEqual(2)
        if (of(shown, 'burst').some(({ published }) => published > ago(DAY)))
          expect(of(shown, 'burst').at(-1)?.more).toBe(200 - of(shown, 'burst').length)
      }),
      runs,
    )
  })

  it('gives a first import two places at most, for its last month, and older posts of it only where nobody else would stand', () => {
    const imported = firstImport(300)
    fc.assert(
      fc.property(week, fc.nat(60), (blogs, silent) => {
        const others = cardsOf(blogs)
        // Its newest posts may be older than a month, too.
        const joined = imported.slice(silent)
        const before = front(others)
        const shown = front([...others, ...joined])
        expect(of(shown, 'joined').length).toBeLessThanOrEqual(2)
        expect(of(shown, 'joined').every(({ more }) => more === undefined)).toBe(true)
        const gone = before.filter(({ id }) => !shown.some((one) => one.id === id))
        expect(gone.length).toBeLessThanOrEqual(2)
        // What is older than a month takes a place from nobody but an import that is older still.
        const month = ago(30 * DAY)
        if (of(shown, 'joined').every(({ published }) => published < month)) {
          const firstSeenOf = (blog: string) =>
            of(others, blog)
              .map(({ firstSeen }) => firstSeen)
              .sort()[0]
          expect(gone.every((one) => one.published < month && one.firstSeen === firstSeenOf(one.source.id))).toBe(true)
        }
      }),
      runs,
    )
  })

  it('gives a first import without dates a place only where nobody else would stand', () => {
    fc.assert(
      fc.property(week, fc.integer({ min: 1, max: 60 }), (blogs, posts) => {
        const others = cardsOf(blogs)
        const before = front(others).map(({ id }) => id)
        const shown = front([...others, ...undatedImport(posts)])
        expect(shown.slice(0, before.length).map(({ id }) => id)).toEqual(before)
        expect(of(shown, 'joined').length).toBe(Math.min(2, posts, FRONT_SIZE - before.length))
      }),
      runs,
    )
  })
})

describe('the front page', () => {
  it('does not open with the posts of a first import that have no date', () => {
    const calm = [card('calm', 3 * DAY, 2 * DAY), card('calm', 90 * DAY, 89 * DAY)]
    const shown = front([...calm, ...undatedImport(50)])
    expect(shown.map(({ source }) => source.id)).toEqual(['calm', 'calm', 'joined', 'joined'])
  })

  it('shows a post without a date that came after the first import as any other that is new', () => {
    const known = [card('known', 90 * DAY, 90 * DAY), { ...card('known', HOUR, HOUR), dateGuessed: true as const }]
    const shown = front([card('calm', DAY, DAY), card('calm', 9 * DAY, 9 * DAY), ...known])
    expect(shown[0]).toMatchObject({ source: { id: 'known' }, dateGuessed: true })
  })

  it('is as fair with all 3,000 posts of an import and a burst of 200 at once', () => {
    const calm = Array.from({ length: 12 }, (_, n) => [
      card(`calm-${n}`, (n + 3) * DAY, (n + 2) * DAY),
      card(`calm-${n}`, (n + 200) * DAY, (n + 199) * DAY),
    ]).flat()
    const shown = front([...calm, ...firstImport(3000), ...burst(200)])
    expect(shown).toHaveLength(FRONT_SIZE)
    expect([of(shown, 'joined').length, of(shown, 'burst').length]).toEqual([2, 2])
    expect(of(shown, 'burst').map(({ more }) => more)).toEqual([undefined, 198])
  })
})
