import { describe, expect, it } from 'vitest'
import type { Card } from '../../../src/planet/compose/planet.ts'
import { mentionsOf, withMentions } from '../../../src/planet/compose/talk.ts'
import { blogRef, card } from './card.ts'

const titles = (cards: Card[], id: string) =>
  withMentions(cards)
    .find((one) => one.id === id)
    ?.mentions?.map(({ source, title }) => `${source.id}: ${title}`)

describe('who talks about a post', () => {
  it('is every other blog that links to it, in the order of the cards', () => {
    const target = card('ann', 'a1')
    const cards = [
      card('ben', 'b1', { links: [target.url] }),
      card('cleo', 'c1', { links: ['https://x.org/', target.url] }),
      target,
    ]
    expect(titles(cards, 'a1')).toEqual(['ben: Post b1', 'cleo: Post c1'])
    expect(titles(cards, 'b1')).toBeUndefined()
  })

  it.each(['http://www.ann.school.cat/a1', 'https://ann.school.cat/a1/?utm_source=feed#more', 'https://ann.school.cat/a1'])(
    'whatever way the address is written: %s',
    (link) => {
      expect(titles([card('ben', 'b1', { links: [link] }), card('ann', 'a1')], 'a1')).toEqual(['ben: Post b1'])
    },
  )

  it('names a blog once, with its newest post', () => {
    const target = card('ann', 'a1')
    const cards = [card('ben', 'b2', { links: [target.url, target.url] }), card('ben', 'b1', { links: [target.url] }), target]
    expect(titles(cards, 'a1')).toEqual(['ben: Post b2'])
  })

  it('is not the blog itself, nor one that carries the post too', () => {
    const target = card('ann', 'a1', { alsoSources: [blogRef('network')] })
    const cards = [
      card('ann', 'a2', { links: [target.url] }),
      card('network', 'n1', { links: [target.url] }),
      card('cleo', 'c1', { links: [target.url], alsoSources: [blogRef('ann')] }),
      target,
    ]
    expect(mentionsOf(cards).size).toBe(0)
  })

  it('is nobody who links to the home of a blog, even where its feed gives that as the address of a post', () => {
    const target = card('ann', 'a1', { url: 'https://ann.school.cat/' })
    expect(mentionsOf([card('ben', 'b1', { links: ['https://ann.school.cat/'] }), target]).size).toBe(0)
  })

  it('is nobody where several posts share the address', () => {
    const url = 'https://ann.school.cat/news/'
    const cards = [card('ben', 'b1', { links: [url] }), card('ann', 'a1', { url }), card('ann', 'a2', { url })]
    expect(mentionsOf(cards).size).toBe(0)
  })

  it('does not mind links that are no addresses', () => {
    const links = ['', 'mailto:a@ann.school.cat', 'https://', 'https://[', '//ann.school.cat/a1/', 'javascript:alert(1)']
    expect(mentionsOf([card('ben', 'b1', { links }), card('ann', 'a1')]).size).toBe(0)
  })

  it('leaves the other cards as they are', () => {
    const cards = [card('ben', 'b1'), card('ann', 'a1')]
    expect(withMentions(cards)).toEqual(cards)
  })
})
