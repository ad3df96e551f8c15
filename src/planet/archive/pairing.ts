import { dayClue } from './likeness.ts'
import type { Post } from './post.ts'

/**
 * A draft (by its place in the feed) and a kept post that it may be. `keys`: how many keys they share, half a one where it only counts;
 * `looks`: their likeness; `days` between them, undefined where that cannot be told; `time` of the draft in milliseconds.
 */
export type Pair = { index: number; post: Post; keys: number; looks: number; days: number | undefined; time: number }

/** What speaks for a pair: 10 for each key, its likeness, its dates. */
export const scoreOf = ({ keys, looks, days }: Pair): number => keys * 10 + looks + dayClue(days)

/** The strongest pair first; ties in the order of the feed, then of ids, so that two runs agree. */
export const bestFirst = (a: Pair, b: Pair): number =>
  scoreOf(b) - scoreOf(a) || a.index - b.index || (a.post.id < b.post.id ? -1 : 1)

/** Which draft is which post: each at most one of the other. */
export type Pairing = {
  /** Joins the two, unless one of them is taken. */
  claim(pair: Pick<Pair, 'index' | 'post'>): void
  of(index: number): Post | undefined
  isFree(post: Post): boolean
  size(): number
}

/** A pairing in which nothing is joined yet. */
export function openPairing(): Pairing {
  const posts = new Map<number, Post>()
  const taken = new Set<Post>()
  return {
    claim({ index, post }) {
      if (posts.has(index) || taken.has(post)) return
      posts.set(index, post)
      taken.add(post)
    },
    of: (index) => posts.get(index),
    isFree: (post) => !taken.has(post),
    size: () => taken.size,
  }
}
