import { describe, expect, it } from 'vitest'
import type { Planet } from '../../../src/planet/compose/planet.ts'
import { samplePlanet, samplePost } from '../../feeds/planet.ts'

let count = 0
const post = (month: string, tags: string[]) =>
  samplePost({ id: (count++).toString(16).padStart(12, '0'), shelf: `${month}/1`, published: `${month}-05T08:00:00.000Z`, tags })

const counted = ({ topicYears }: Planet) => topicYears?.topics.map(({ id, counts }) => [id, counts])

describe('what was written about, year by year', () => {
  it('is counted by school years, also those in which nothing was written of it', () => {
    const planet = samplePlanet([
      post('2023-09', ['maths']),
      post('2026-08', ['maths']),
      post('2026-09', ['maths', 'chemistry']),
      post('2026-10', ['maths']),
    ])
    expect(planet.topicYears?.years).toEqual([2023, 2024, 2025, 2026])
    expect(counted(planet)).toEqual([
      ['mathematics', [1, 0, 1, 2]],
      ['chemistry', [0, 0, 0, 1]],
    ])
    expect(planet.topicYears?.most).toBe(2)
  })

  it('leaves out levels and kinds of post, and what only the blog says of itself', () => {
    const planet = samplePlanet([post('2025-10', ['worksheet', 'primary']), post('2026-10', ['chemistry'])])
    expect(counted(planet)).toEqual([['chemistry', [0, 1]]])
  })

  it('names six topics at most, and twelve years', () => {
    const tags = ['maths', 'physics', 'chemistry', 'biology', 'history', 'music', 'geography', 'art']
    const planet = samplePlanet([post('2001-10', ['maths']), post('2015-10', tags), post('2026-10', ['maths'])])
    expect(planet.topicYears?.topics).toHaveLength(6)
    expect(planet.topicYears?.years).toEqual(Array.from({ length: 12 }, (_, index) => 2015 + index))
    expect(counted(planet)?.[0]).toEqual(['mathematics', [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]])
  })

  it('leaves out posts whose date was guessed', () => {
    const guessed = { ...post('2026-11', ['maths']), dateGuessed: true as const }
    const planet = samplePlanet([post('2024-10', ['chemistry']), post('2025-10', ['chemistry']), guessed])
    expect(counted(planet)).toEqual([['chemistry', [1, 1]]])
  })

  it('is not told where there is one year only, or none', () => {
    expect(samplePlanet([post('2026-09', ['maths']), post('2026-11', ['maths'])]).topicYears).toBeUndefined()
    expect(samplePlanet([]).topicYears).toBeUndefined()
  })
})
