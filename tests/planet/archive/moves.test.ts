import { describe, expect, it } from 'vitest'
import type { Post } from '../../../src/planet/archive/post.ts'
import { recognise } from '../../../src/planet/archive/recognise.ts'
import { readMoves } from './moves.ts'
import { type NoisyMove, noisyMoves } from './noisy-moves.ts'
import { type BlogFields, blogOf, draftsOf, keep } from './support.ts'

const BEFORE = '2026-11-05T07:00:00.000Z'
const AFTER = '2026-11-20T08:00:00.000Z'

type Move = Omit<NoisyMove, 'name' | 'blog'> & { blog: BlogFields }
type Count = { healed: number; wrong: number; missed: number; fresh: number }

/** How many entries were rightly taken for kept posts, wrongly, not at all, and how many new ones stayed new. */
function tryMove({ blog, before, after, same }: Move, show: 'excerpt' | 'link'): Count {
  const member = blogOf({ ...blog, show })
  const kept = keep(before, member, BEFORE).posts
  const count: Count = { healed: 0, wrong: 0, missed: 0, fresh: 0 }
  for (const { draft, post } of recognise(kept, draftsOf(after, member, AFTER), new Set())) {
    const wanted = same[draft.url]
    if (post !== undefined) count[post.url === wanted ? 'healed' : 'wrong']++
    else count[wanted === undefined ? 'fresh' : 'missed']++
  }
  return count
}

const precision = ({ healed, wrong }: Count): number => healed / (healed + wrong)
const recall = ({ healed, missed }: Count): number => healed / (healed + missed)
const add = (a: Count, b: Count): Count => ({
  healed: a.healed + b.healed,
  wrong: a.wrong + b.wrong,
  missed: a.missed + b.missed,
  fresh: a.fresh + b.fresh,
})
const percent = (part: number): string => `${(part * 100).toFixed(2)} %`

const moves = await Promise.all(
  readMoves().map(async ({ before, after, ...move }) => ({ ...move, before: await before(), after: await after() })),
)

describe('a blog that moves to another platform', () => {
  const table: Record<string, string | number>[] = []
  for (const move of moves) {
    it.each(['excerpt', 'link'] as const)(
      `${move.name}: no post becomes new that is not, none is swallowed (show: %s)`,
      (show) => {
        const count = tryMove(move, show)
        table.push({ move: move.name, show, ...count, precision: percent(precision(count)), recall: percent(recall(count)) })
        expect(count.healed).toBe(Object.keys(move.same).length)
        expect([precision(count), recall(count), count.fresh]).toEqual([1, 1, move.after.entries.length - count.healed])
      },
    )
  }

  it('is one of at least ten', () => {
    console.table(table)
    expect(moves.length).toBeGreaterThanOrEqual(10)
  })

  it.each(moves)(
    '$name: posts keep id, shelf and first sight, no key is lost or names two, and the next reading knows them',
    (move) => {
      const member = blogOf(move.blog)
      const { posts } = keep(move.before, member, BEFORE)
      const moved = keep(move.after, member, AFTER, posts)
      for (const post of posts) {
        const after = moved.posts.find(({ id }) => id === post.id)
        expect(after).toMatchObject({ shelf: post.shelf, firstSeen: post.firstSeen })
      }
      const keys = (of: Post[]) => of.flatMap(({ aliases }) => aliases)
      expect(keys(moved.posts)).toEqual(expect.arrayContaining(keys(posts)))
      expect(new Set(keys(moved.posts)).size).toBe(keys(moved.posts).length)
      expect(keep(move.after, member, '2026-11-21T08:00:00.000Z', moved.posts).posts).toBe(moved.posts)
    },
  )

  it('heals at least 99 of 100 posts over 200 moves with chance at work, and swallows fewer than one of 100', () => {
    const counts = noisyMoves(200).map((move): [string, Count] => [move.name, tryMove(move, 'excerpt')])
    const kinds = Object.groupBy(counts, ([name]) => name)
    const rows = Object.entries(kinds).map(([name, own = []]) => {
      const sum = own.map(([, count]) => count).reduce(add)
      return { move: name, pairs: own.length, ...sum, precision: percent(precision(sum)), recall: percent(recall(sum)) }
    })
    const all = counts.map(([, count]) => count).reduce(add)
    console.table([
      ...rows,
      { move: 'all', pairs: 200, ...all, precision: percent(precision(all)), recall: percent(recall(all)) },
    ])
    expect(precision(all)).toBeGreaterThanOrEqual(0.99)
    expect(recall(all)).toBeGreaterThanOrEqual(0.99)
  })
})
