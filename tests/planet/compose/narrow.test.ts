import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { filtersOf, LEAST_POSTS, scopePages, scopePath, widened } from '../../../src/planet/compose/narrow.ts'
import type { Card, ScopePage } from '../../../src/planet/compose/planet.ts'
import type { FacetId, Topic } from '../../../src/planet/config/topics.ts'

const FACET: Record<string, FacetId> = {
  mathematics: 'subject',
  french: 'language',
  gamification: 'method',
  primary: 'level',
  'lower-secondary': 'level',
  'lesson-plan': 'type',
  worksheet: 'type',
}
const vocabulary = new Map(
  Object.entries(FACET).map(([id, facet]): [string, Topic] => [
    id,
    { id, facet, labels: { en: id }, map: {}, synonyms: {}, hashtags: [] },
  ]),
)

const SOURCE: Card['source'] = {
  id: 'blog',
  title: 'Blog',
  site: 'https://blog.example.org/',
  kind: 'teacher',
  language: 'en',
  dir: 'ltr',
  hue: 0,
  monogram: 'B',
}

let count = 0
function card(topics: string[], over: Partial<Card> = {}): Card {
  count++
  const id = count.toString(16).padStart(12, '0')
  return {
    id,
    blog: 'blog',
    url: `https://blog.example.org/${id}/`,
    aliases: [],
    title: 'Post',
    authors: [],
    published: '2026-11-19T10:00:00.000Z',
    firstSeen: '2026-11-19T12:00:00.000Z',
    shelf: '2026-11/1',
    language: 'en',
    tags: [],
    enclosures: [],
    excerpt: '',
    words: 1,
    links: [],
    sha256: '',
    source: SOURCE,
    alsoSources: [],
    permalink: `/archive/2026-11/1/#p-${id}`,
    dir: 'ltr',
    topics,
    topicsFromBlog: [],
    freeTags: [],
    ...over,
  }
}

const cards = (number: number, topics: string[], over: Partial<Card> = {}): Card[] =>
  Array.from({ length: number }, () => card(topics, over))

const paths = (all: Card[]): string[] => [...scopePages(all, vocabulary).keys()].toSorted()

describe('an address', () => {
  it.each([
    [{ topic: 'mathematics' }, '/topics/mathematics/'],
    [{ language: 'ca', level: 'primary', topic: 'mathematics' }, '/topics/mathematics/primary/ca/'],
    [{ open: 'open', kind: 'worksheet', level: 'primary' }, '/topics/primary/worksheet/open/'],
    [{ kind: 'worksheet', open: 'open' }, '/topics/worksheet/open/'],
    [{ open: 'open' }, '/open/'],
    [{ language: 'ca' }, '/languages/ca/'],
  ])('of %o is %s, whatever order the filters were chosen in', (scope, path) => {
    expect(scopePath(scope)).toBe(path)
  })
})

describe('a page', () => {
  it('of one filter needs one post', () => {
    expect(paths([card(['mathematics'])])).toEqual(['/languages/en/', '/topics/mathematics/'])
  })

  it('of a topic at a level needs three, and stands even where all posts of the topic are at that level', () => {
    const two = cards(LEAST_POSTS - 1, ['mathematics', 'primary'])
    expect(paths(two)).not.toContain('/topics/mathematics/primary/')
    expect(paths([...two, card(['mathematics', 'primary'])])).toContain('/topics/mathematics/primary/')
  })

  it('counts the levels and subjects of the blog too', () => {
    expect(paths(cards(3, ['mathematics'], { topicsFromBlog: ['primary'] }))).toContain('/topics/mathematics/primary/')
  })

  it('of any other pair is there only where it shows less than each of its wider pages', () => {
    const plans = cards(3, ['mathematics', 'lesson-plan'])
    expect(paths(plans)).not.toContain('/topics/mathematics/lesson-plan/')
    expect(paths([...plans, card(['mathematics'])])).not.toContain('/topics/mathematics/lesson-plan/')
    expect(paths([...plans, card(['mathematics']), card(['lesson-plan'])])).toContain('/topics/mathematics/lesson-plan/')
  })

  it('of what may be copied and adapted leaves out what may only be copied', () => {
    const all = [
      ...cards(3, ['lesson-plan'], { openLicence: 'CC-BY-SA-4.0' }),
      ...cards(2, ['lesson-plan'], { openLicence: 'CC-BY-ND-4.0' }),
      ...cards(1, ['lesson-plan']),
      ...cards(1, ['worksheet'], { openLicence: 'CC0-1.0' }),
    ]
    const pages = scopePages(all, vocabulary)
    expect(pages.get('/topics/lesson-plan/open/')?.posts).toEqual(all.slice(0, 3))
    expect(pages.get('/open/')?.posts).toHaveLength(4)
  })

  it('of a language narrows topics and levels, by the language without its region', () => {
    const all = [
      ...cards(3, ['mathematics', 'primary'], { language: 'es-MX' }),
      ...cards(3, ['mathematics', 'primary']),
      ...cards(3, ['primary'], { language: 'es' }),
      ...cards(3, ['mathematics'], { language: 'es' }),
    ]
    const pages = scopePages(all, vocabulary)
    expect(pages.get('/topics/mathematics/primary/es/')?.posts).toEqual(all.slice(0, 3))
    expect(pages.has('/topics/primary/es/')).toBe(true)
  })

  it('that another says for it is led to there', () => {
    const catalan = cards(3, ['mathematics'], { language: 'ca' })
    const pages = scopePages([...catalan, ...cards(3, ['mathematics']), card(['french'])], vocabulary)
    expect(pages.has('/topics/mathematics/ca/')).toBe(false)
    expect(pages.get('/topics/mathematics/')?.narrower.map(({ value, page }) => [value, page.path])).toEqual([
      ['ca', '/languages/ca/'],
      ['en', '/topics/mathematics/en/'],
    ])
  })

  it('names its ways: levels in the order of the vocabulary, the rest with most posts first', () => {
    const all = [
      ...cards(4, ['mathematics', 'lower-secondary', 'worksheet']),
      ...cards(3, ['mathematics', 'primary', 'lesson-plan']),
      ...cards(1, ['worksheet']),
      ...cards(1, ['lesson-plan']),
    ]
    const pages = scopePages(all, vocabulary)
    expect(pages.get('/topics/mathematics/')?.narrower.map(({ page }) => page.path)).toEqual([
      '/topics/mathematics/primary/',
      '/topics/mathematics/lower-secondary/',
      '/topics/mathematics/worksheet/',
      '/topics/mathematics/lesson-plan/',
    ])
    expect(pages.get('/topics/mathematics/primary/')?.wider.map(({ path }) => path)).toEqual([
      '/topics/mathematics/',
      '/topics/primary/',
    ])
  })
})

describe('whatever the posts are', () => {
  const any = fc.array(
    fc.record({
      topics: fc.uniqueArray(fc.constantFrom(...Object.keys(FACET)), { maxLength: 4 }),
      language: fc.constantFrom('en', 'ca', 'es-MX'),
      licence: fc.constantFrom(undefined, 'CC-BY-4.0', 'CC-BY-ND-4.0'),
    }),
    { minLength: 10, maxLength: 40 },
  )
  const holds = (check: (page: ScopePage, pages: Map<string, ScopePage>, all: Card[]) => void): void => {
    fc.assert(
      fc.property(any, (made) => {
        const all = made.map(({ topics, language, licence }) =>
          card(topics, { language, ...(licence === undefined ? {} : { openLicence: licence }) }),
        )
        const pages = scopePages(all, vocabulary)
        for (const page of pages.values()) check(page, pages, all)
      }),
      { numRuns: 200 },
    )
  }

  test('every wider scope of a page is a page, and holds all its posts in the same order', () => {
    holds((page, pages) => {
      const filters = filtersOf(page.scope)
      if (filters.length === 1) return
      expect(page.wider).toHaveLength(filters.length)
      for (const filter of filters) {
        const wider = pages.get(scopePath(widened(page.scope, filter)))
        expect(wider?.posts.filter((post) => page.posts.includes(post))).toEqual(page.posts)
      }
    })
  })

  test('a narrowed page has three posts or more, and three filters or fewer', () => {
    holds(({ scope, posts }) => {
      if (filtersOf(scope).length > 1) expect(posts.length).toBeGreaterThanOrEqual(LEAST_POSTS)
      expect(filtersOf(scope).length).toBeLessThanOrEqual(3)
    })
  })

  test('a page lies at its own address, and is linked from each wider one', () => {
    holds((page, pages) => {
      expect(pages.get(scopePath(page.scope))).toBe(page)
      for (const filter of page.wider.length > 0 ? filtersOf(page.scope) : []) {
        const wider = pages.get(scopePath(widened(page.scope, filter)))
        const own = wider?.narrower.filter((way) => way.filter === filter && way.value === page.scope[filter])
        expect(own?.map((way) => way.page)).toEqual([page])
      }
    })
  })

  test('a way leads to the posts of both: of the page it begins at those that its filter fits', () => {
    holds((page, pages) => {
      for (const { filter, value, page: narrower } of page.narrower) {
        expect(pages.get(narrower.path)).toBe(narrower)
        const only = new Set(pages.get(scopePath({ [filter]: value }))?.posts)
        expect(narrower.posts).toEqual(page.posts.filter((post) => only.has(post)))
        if (narrower.posts.length === page.posts.length)
          expect([...filtersOf(page.scope), filter].toSorted()).toEqual(['level', 'topic'])
      }
    })
  })

  test('a page has each post that all its filters fit, and no other', () => {
    holds(({ scope, posts }, _pages, all) => {
      const { topic, level, kind, open, language } = scope
      const fitting = all.filter(
        (post) =>
          [topic, level, kind].every((id) => id === undefined || post.topics.includes(id)) &&
          (open === undefined || post.openLicence === 'CC-BY-4.0') &&
          (language === undefined || post.language.startsWith(language)),
      )
      expect(posts).toEqual(fitting)
    })
  })
})
