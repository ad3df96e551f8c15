import { describe, expect, it } from 'vitest'
import { shelfParts } from '../../../src/planet/compose/shelf.ts'
import { card } from './card.ts'

describe('a shelf', () => {
  it('is read by language, most posts first, and in it blog by blog as each first came', () => {
    const posts = [
      card('núria', '1', { language: 'ca' }),
      card('ann', '2', { language: 'en-GB' }),
      card('ben', '3'),
      card('ann', '4'),
      card('oriol', '5', { language: 'ca' }),
      card('ben', '6'),
    ]
    expect(shelfParts(posts).map(({ language, posts: own }) => [language, own.map(({ id }) => id).join('')])).toEqual([
      ['en', '2436'],
      ['ca', '15'],
    ])
  })

  it('has the languages in the order of their names where they are as many', () => {
    const posts = [card('b', '1', { language: 'ru' }), card('a', '2', { language: 'ca' })]
    expect(shelfParts(posts).map(({ language }) => language)).toEqual(['ca', 'ru'])
  })
})
