import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shownTopics } from '../../src/components/words.ts'
import { readTopics } from '../../src/planet/config/topics.ts'
import { card } from '../planet/compose/card.ts'

const { topics: vocabulary } = await readTopics(join(import.meta.dirname, '../../content/topics.yaml'))
const shown = (topics: string[], topicsFromBlog: string[] = [], atBlog = false) =>
  shownTopics(card('ann', '1', { topics, topicsFromBlog }), vocabulary, atBlog).map(({ topic, as }) => `${as} ${topic.id}`)

describe('what a card says of its topics', () => {
  it('is the kind of post first, then the level, then what it is about', () => {
    expect(shown(['mathematics', 'primary', 'gamification', 'lesson-plan'])).toEqual([
      'kind lesson-plan',
      'level primary',
      'other mathematics',
      'other gamification',
    ])
  })

  it('is four at most, of these one kind and two levels', () => {
    expect(
      shown(['mathematics', 'science', 'primary', 'lower-secondary', 'upper-secondary', 'lesson-plan', 'worksheet']),
    ).toEqual(['kind lesson-plan', 'level primary', 'level lower-secondary', 'other mathematics'])
  })

  it('is the level of the blog only where the post names none', () => {
    expect(shown(['mathematics'], ['primary'])).toEqual(['level primary', 'other mathematics'])
    expect(shown(['lower-secondary'], ['primary', 'science'])).toEqual(['level lower-secondary', 'other science'])
  })

  it('is on the page of its blog what the post itself names', () => {
    expect(shown(['mathematics'], ['primary', 'science'], true)).toEqual(['other mathematics'])
  })

  it('is nothing that the vocabulary does not have', () => {
    expect(shown(['no-such-topic'])).toEqual([])
  })
})
