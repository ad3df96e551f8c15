import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keysOf } from '../../../src/planet/archive/identity.ts'
import type { Post } from '../../../src/planet/archive/post.ts'
import { afterFindings, type Finding, type Question, questionsOf } from '../../../src/planet/archive/vanished.ts'
import { witnessOf } from '../../../src/planet/archive/witness.ts'
import { BLANK } from '../blank-post.ts'

const NOW = '2026-11-21T08:00:00.000Z'
const SITE = 'https://blog.example.org/'

type Fields = { missing?: string; url?: string; published?: string; moved?: boolean }

/** The post of this day of October, known by its address alone. */
function postOf(day: number, { missing, moved = false, ...fields }: Fields = {}): Post {
  const title = `Post ${day}`
  const url = fields.url ?? `${SITE}${day}/`
  const published = fields.published ?? `2026-10-${String(day).padStart(2, '0')}T10:00:00.000Z`
  const keys = keysOf([{ url, title, published }], new Set()).flat()
  return {
    id: `id${day}`,
    blog: 'blog',
    url,
    aliases: [...(moved ? ['0123456789ab'] : []), ...keys.map(({ alias }) => alias)],
    title,
    ...BLANK,
    published,
    firstSeen: published,
    ...(missing === undefined ? {} : { missing }),
    shelf: '2026-10/1',
    language: 'en',
  }
}

const idsOf = (days: number[]): Set<string> => new Set(days.map((day) => `id${day}`))

/** The questions about these posts, the feed carrying those of these days. */
function ask(posts: Post[], inFeed: number[], asked: Record<string, string> = {}): Question[] {
  return questionsOf({ posts, inFeed: idsOf(inFeed), site: SITE, now: NOW, askedOn: (id) => asked[id] })
}

const days = (questions: Question[]): number[] => questions.map(({ id }) => Number(id.slice(2)))

describe('which posts are asked for', () => {
  const posts = [1, 2, 3, 4, 5].map((day) => postOf(day))

  it('are those that the feed has no longer', () => {
    expect(days(ask(posts, [3, 4, 5])).sort()).toEqual([1, 2])
    expect(ask(posts, [1, 2, 3, 4, 5])).toEqual([])
  })

  it.each([
    ['2024-11-21T07:59:59.000Z', 0],
    ['2024-11-21T08:00:01.000Z', 1],
  ])('are younger than two years: of one published at %s, %i', (published, count) => {
    expect(ask([postOf(1, { published })], [])).toHaveLength(count)
  })

  it.each([
    ['2026-11-15', 0],
    ['2026-11-14', 1],
  ])('were not asked for within a week: of one asked for on %s, %i', (asked, count) => {
    expect(ask([postOf(1)], [], { id1: asked })).toHaveLength(count)
    expect(ask([postOf(1, { missing: asked })], [])).toHaveLength(count)
  })

  it.each([SITE, 'http://www.blog.example.org', 'no address'])('have an address of their own: not %s', (url) => {
    expect(ask([postOf(1, { url })], [])).toEqual([])
  })

  it('come in the order of their urgency', () => {
    const kept = [postOf(1), postOf(2), postOf(3, { missing: '2026-11-01' }), postOf(4), postOf(5), postOf(6), postOf(7)]
    const asked = { id1: '2026-11-10', id2: '2026-11-03', id7: '2026-11-05' }
    const questions = ask(kept, [4, 6], asked)
    expect(questions.map(({ urgency, id }) => [urgency, id])).toEqual([
      ['due', 'id3'],
      ['inside', 'id5'],
      ['usual', 'id2'],
      ['usual', 'id7'],
      ['usual', 'id1'],
    ])
    expect(questions[0]?.witness).toEqual({ id: 'id2', url: `${SITE}2/`, inFeed: false })
  })
})

describe('the witness of a post', () => {
  const missing = '2026-11-01'
  it.each<[string, number | undefined, number, Record<number, Fields>, number, number[]]>([
    ['is the nearest older one that left the feed', 3, 4, {}, 6, [5, 6]],
    ['is not missing itself', 2, 4, { 3: { missing } }, 6, [5, 6]],
    ['never had another address', 2, 4, { 3: { moved: true } }, 6, [5, 6]],
    ['is on the same host', 2, 4, { 3: { url: 'https://other.example.org/3/' } }, 6, [5, 6]],
    [
      'is none where all older ones that left are missing',
      undefined,
      4,
      { 1: { missing }, 2: { missing }, 3: { missing } },
      9,
      [7],
    ],
    [
      'is none where all older ones came under other addresses',
      undefined,
      3,
      { 1: { moved: true }, 2: { moved: true } },
      9,
      [8, 9],
    ],
    ['is one of the feed where the post vanished from its midst', 2, 4, { 3: { missing } }, 6, [1, 2, 5, 6]],
    ['is none where only one of the feed is older', undefined, 4, { 2: { missing }, 3: { missing } }, 6, [1, 5, 6]],
    ['is the next newer one that left, for the oldest of all', 2, 1, {}, 6, [4, 5, 6]],
    ['is none for the oldest of all when the next newer one is missing', undefined, 1, { 2: { missing } }, 6, [5, 6]],
    [
      'is none for the oldest of all when the next newer one had another address',
      undefined,
      1,
      { 2: { moved: true } },
      6,
      [5, 6],
    ],
    ['is the next newer one of the feed where nothing else left it', 3, 2, {}, 6, [1, 3, 4, 5, 6]],
    ['is the one before it for the newest of all', 1, 2, {}, 2, [1]],
    [
      'is none where the next newer one of the feed had another address',
      undefined,
      1,
      { 2: { moved: true } },
      6,
      [2, 3, 4, 5, 6],
    ],
    ['is none for the only post', undefined, 1, {}, 1, []],
  ])('%s', (_what, expected, day, fields, count, inFeed) => {
    const posts = Array.from({ length: count }, (_, at) => postOf(at + 1, fields[at + 1]))
    const post = posts[day - 1]
    expect(post && witnessOf(post, posts, idsOf(inFeed))?.id).toBe(expected === undefined ? undefined : `id${expected}`)
  })

  it('never comes from after a change of all addresses, whatever had left the feed by then and since', () => {
    const arbitrary = fc.record({
      dead: fc.integer({ min: 1, max: 9 }),
      moved: fc.integer({ min: 0, max: 9 }),
      fresh: fc.integer({ min: 0, max: 9 }),
      window: fc.integer({ min: 1, max: 9 }),
      known: fc.infiniteStream(fc.boolean()),
    })
    fc.assert(
      fc.property(arbitrary, ({ dead, moved, fresh, window, known }) => {
        fc.pre(dead + moved > 1)
        const posts = Array.from({ length: dead + moved + fresh }, (_, at) =>
          postOf(at + 1, {
            moved: at >= dead && at < dead + moved,
            ...(at < dead && known.next().value ? { missing } : {}),
          }),
        )
        // The feed has the newest ones, none of those whose addresses are dead.
        const inFeed = new Set(posts.slice(Math.max(dead, posts.length - window)).map(({ id }) => id))
        for (const post of posts.slice(0, dead)) {
          const witness = witnessOf(post, posts, inFeed)
          expect(witness === undefined || posts.indexOf(witness) < dead).toBe(true)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('what the answers change', () => {
  const posts = [postOf(1), postOf(2, { missing: '2026-11-01' }), postOf(3)]
  const after = (findings: Record<string, Finding>): Post[] => afterFindings(posts, new Map(Object.entries(findings)), NOW)

  it('is a mark with the day of the first one that says missing', () => {
    expect(after({ id1: 'missing', id2: 'missing' }).map(({ missing }) => missing)).toEqual([
      '2026-11-21',
      '2026-11-01',
      undefined,
    ])
  })

  it('is the end of that mark where the post is there', () => {
    expect(after({ id2: 'there' })[1]).toEqual(postOf(2))
  })

  it('is that a removed post goes', () => {
    expect(after({ id2: 'removed' })).toEqual([posts[0], posts[2]])
  })

  it('is nothing at all where all is as it was', () => {
    expect(after({ id1: 'there', id2: 'missing', id3: 'there' })).toBe(posts)
    expect(after({})).toBe(posts)
  })
})
