import { firstImportsOf } from './first-import.ts'
import type { Card } from './planet.ts'

/** Cards on the front page. */
export const FRONT_SIZE = 20
/** Cards of one blog on the front page, and what is shown of a flood. */
const PER_BLOG = 2
/** More new posts of one blog than this in one fetch are a flood. */
const FLOOD = 4
const FIRST_IMPORT_DAYS = 30
const DAY = 86_400_000

/**
 * The front in fair order, from cards newest first: at most twenty, at most two of one blog. Of a flood (more than four new posts
 * in one fetch) two are shown, the second naming how many more there are; of a first import two of the last thirty days at most.
 * While there are fewer than twenty, the newest other posts fill it, by the same rule of two. What a first import brought without a
 * date stands at the moment of the import, which says nothing of its age: it comes after all the rest.
 */
export function frontOf(cards: Card[], now: string): Card[] {
  const batches = countBy(cards, batchOf)
  const first = firstImportsOf(cards)
  const recent = new Date(Date.parse(now) - FIRST_IMPORT_DAYS * DAY).toISOString()
  const front = takeFair(
    [],
    cards.filter((card) => !first.has(card) || (card.published >= recent && !first.ageless(card))),
  )
  const rest = front.length < FRONT_SIZE ? cards.filter((card) => !front.includes(card)) : []
  const [aged, ageless] = [rest.filter((card) => !first.ageless(card)), rest.filter(first.ageless)]
  const filled = takeFair(front, [...aged, ...ageless])
  return filled.map((card, index) => {
    const batch = batches.get(batchOf(card)) ?? 0
    const last = filled.findLastIndex((other) => batchOf(other) === batchOf(card)) === index
    const shown = filled.filter((other) => batchOf(other) === batchOf(card)).length
    return batch > FLOOD && last && !first.has(card) ? { ...card, more: batch - shown } : card
  })
}

function takeFair(taken: Card[], candidates: Card[]): Card[] {
  const perBlog = countBy(taken, (card) => card.source.id)
  const result = [...taken]
  for (const card of candidates) {
    if (result.length === FRONT_SIZE) break
    const count = perBlog.get(card.source.id) ?? 0
    if (count === PER_BLOG) continue
    perBlog.set(card.source.id, count + 1)
    result.push(card)
  }
  return result
}

/** Posts of one blog that were first seen in the same run came in the same fetch. */
const batchOf = (card: Card): string => `${card.source.id} ${card.firstSeen}`

function countBy(cards: Card[], key: (card: Card) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const card of cards) counts.set(key(card), (counts.get(key(card)) ?? 0) + 1)
  return counts
}
