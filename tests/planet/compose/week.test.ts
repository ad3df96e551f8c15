import { describe, expect, it } from 'vitest'
import type { Card } from '../../../src/planet/compose/planet.ts'
import { weekOf } from '../../../src/planet/compose/week.ts'
import { card as cardOf } from './card.ts'

const NOW = '2026-11-20T07:00:00.000Z'
const HOUR = 3_600_000

/** A card of a blog, published so many hours ago. */
function card(blog: string, hours: number): Card {
  const published = new Date(Date.parse(NOW) - hours * HOUR).toISOString()
  return cardOf(blog, `${blog}${hours}`, { title: `${blog} ${hours}`, published, firstSeen: published })
}
const titles = (posts: Card[]): string[] => posts.map(({ title }) => title)

describe('the last seven days', () => {
  it('are to the hour', () => {
    const { posts, more } = weekOf([card('a', 1), card('b', 167), card('c', 168), card('d', 200)], NOW)
    expect(titles(posts)).toEqual(['a 1', 'b 167'])
    expect(more).toBe(0)
  })

  it('give each blog its newest before any has its second', () => {
    const busy = Array.from({ length: 60 }, (_, hour) => card('busy', hour + 1))
    const rest = Array.from({ length: 20 }, (_, blog) => card(`blog${blog}`, 70 + blog))
    const { posts, more } = weekOf([...busy, ...rest], NOW)
    expect(posts).toHaveLength(30)
    expect(more).toBe(50)
    expect(posts.filter(({ source }) => source.id === 'busy')).toHaveLength(10)
    expect(titles(posts).slice(0, 2)).toEqual(['busy 1', 'busy 2'])
    expect(titles(posts).at(-1)).toBe('blog19 89')
  })
})

it('what a first import brought without a date is of no week', () => {
  const undated = { ...card('new', 1), dateGuessed: true as const }
  expect(titles(weekOf([undated, card('old', 2)], NOW).posts)).toEqual(['old 2'])
})
