import { dayClue } from './likeness.ts'
import type { Pair, Pairing } from './pairing.ts'
import type { Post } from './post.ts'

/** Fewer entries than this are no move of a whole blog. */
const FEWEST = 3
/** In a move so many clues are enough, where no other pair comes as near as `MARGIN`. */
const ENOUGH = 3
const MARGIN = 1
/** Looks that convince although the dates say otherwise: title and address, title and text. */
const CONVINCING = 6
/** An import writes its own day on all that it brings. */
const IMPORT_DAYS = 2
const NEAR = 3
const DAY = 86_400_000
const YEAR = 365.25

/** Whether a blog moved as a whole: at least three entries, and half of the feed, came under keys that nothing is kept under. */
export const isMove = (strangers: number, entries: number): boolean => strangers >= FEWEST && strangers * 2 >= entries

/**
 * The pairs that count in a move: weaker ones too, where draft and post look like each other and like nothing else; and where the move
 * took the dates along with it (those of the import, of the last change), dates say nothing.
 */
export function movedPairs(pairs: Pair[], pairing: Pairing, kept: Post[]): Pair[] {
  const dateLies = lyingDates(pairs, kept)
  const open = pairs.filter(({ index, post }) => pairing.of(index) === undefined && pairing.isFree(post))
  const valued = open.map((pair) => ({ pair, value: pair.looks + (dateLies(pair) ? 0 : dayClue(pair.days)) }))
  return unrivalled(valued).flatMap(({ pair, value }) => {
    const isFar = pair.days !== undefined && pair.days > NEAR && !dateLies(pair)
    return value >= ENOUGH && !isFar ? [pair] : []
  })
}

type Valued = { pair: Pair; value: number }

/** Pairs whose draft and whose post have no other that is as good. */
function unrivalled(valued: Valued[]): Valued[] {
  const drafts = bestTwo(valued, ({ pair }) => pair.index)
  const posts = bestTwo(valued, ({ pair }) => pair.post)
  const isAlone = ({ value }: Valued, [best, second]: [number, number]): boolean => value === best && best - second >= MARGIN
  return valued.filter(
    (one) => isAlone(one, drafts.get(one.pair.index) ?? NONE) && isAlone(one, posts.get(one.pair.post) ?? NONE),
  )
}

const NONE: [number, number] = [-Infinity, -Infinity]

function bestTwo<K>(valued: Valued[], keyOf: (one: Valued) => K): Map<K, [number, number]> {
  const found = new Map<K, [number, number]>()
  for (const one of valued) {
    const [best, second] = found.get(keyOf(one)) ?? NONE
    found.set(keyOf(one), one.value > best ? [one.value, best] : [best, Math.max(second, one.value)])
  }
  return found
}

/**
 * Tells of which pairs the dates say nothing. Dates lie where most entries that convince by their looks are dated far from the posts
 * they must be: when all carry the day of the import, those of that day lie; otherwise all do, but for what is dated after everything
 * kept and just years from its like, as a greeting of every year is.
 */
function lyingDates(pairs: Pair[], kept: Post[]): (pair: Pair) => boolean {
  const sure = unrivalled(pairs.filter(({ looks }) => looks >= CONVINCING).map((pair) => ({ pair, value: pair.looks })))
  const far = sure.map(({ pair }) => pair).filter(({ days }) => days !== undefined && days > NEAR)
  if (far.length < FEWEST || far.length * 2 <= sure.length) return () => false

  const times = far.map((pair) => pair.time).sort((a, b) => a - b)
  const middle = times[times.length >> 1] ?? 0
  const isOfImport = (time: number): boolean => Math.abs(time - middle) <= IMPORT_DAYS * DAY
  if (times.filter(isOfImport).length * 2 >= times.length) return (pair) => isOfImport(pair.time)

  const newest = Math.max(...kept.map(({ published }) => Date.parse(published)))
  const isYearly = (days: number): boolean => days > 300 && Math.abs(days / YEAR - Math.round(days / YEAR)) * YEAR <= 25
  return ({ time, days }) => !(time > newest && days !== undefined && isYearly(days))
}
