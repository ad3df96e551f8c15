import type { Draft } from './draft.ts'
import { type Look, textClue } from './likeness.ts'
import type { Post } from './post.ts'

const HOUR = 3_600_000
/** Clocks of different zones are at most so far apart. */
const ZONES = 14 * HOUR
/** Fewer posts than this at the same distance from kept ones are chance. */
const FEWEST = 3
/** So many posts of one day are looked at. */
const MOST = 16
/** Texts with hardly a word in common are two posts, whatever the clock says. */
const CONTRADICTED = -4

type Entry = { index: number; draft: Draft }

/**
 * Pairs of drafts and kept posts that are told apart by nothing but one and the same difference of their clocks: to the second the same
 * time, or the same number of hours for all. So posts are found that have no titles, or other ones, on the new platform. None where
 * that holds for less than half of the drafts.
 * @param kept oldest first
 */
export function sameBeat(drafts: Entry[], kept: Post[], look: Look): { index: number; post: Post }[] {
  const dated = aloneInTime(kept.filter(({ dateGuessed }) => !dateGuessed).map((post) => ({ post, time: look(post).time })))
  const single = aloneInTime(drafts.map(({ index, draft }) => ({ index, draft, ...look(draft) }))).filter(
    ({ guessed }) => !guessed,
  )
  const byShift = new Map<number, { index: number; draft: Draft; post: Post }[]>()
  for (const { index, draft, time } of single) {
    for (const near of within(dated, time - ZONES, time + ZONES)) {
      const shift = Math.round((time - near.time) / 1000)
      const own = byShift.get(shift) ?? []
      own.push({ index, draft, post: near.post })
      byShift.set(shift, own)
    }
  }
  const best = [...byShift.values()].reduce((a, b) => (b.length > a.length ? b : a), [])
  if (best.length < FEWEST || best.length * 2 < drafts.length) return []
  return best.filter(({ draft, post }) => textClue(look(post), look(draft)) > CONTRADICTED)
}

/** Those that share their time with no other: what came in one heap, or has a day and no hour, has no beat. */
function aloneInTime<T extends { time: number }>(all: T[]): T[] {
  const counts = new Map<number, number>()
  for (const { time } of all) counts.set(time, (counts.get(time) ?? 0) + 1)
  return all.filter(({ time }) => counts.get(time) === 1)
}

type Timed = { post: Post; time: number }

/** Those between two times; so few hours hold no more than a handful. */
function within(kept: Timed[], from: number, to: number): Timed[] {
  let [low, high] = [0, kept.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((kept[middle]?.time ?? Infinity) < from) low = middle + 1
    else high = middle
  }
  const last = kept.slice(low, low + MOST).findIndex(({ time }) => time > to)
  return kept.slice(low, low + (last === -1 ? MOST : last))
}
