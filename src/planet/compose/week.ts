import { firstImportsOf } from './first-import.ts'
import type { Card } from './planet.ts'

/** Cards of a week at most: what two printed pages hold. */
const MOST = 30
const WEEK = 7 * 86_400_000

/** The last seven days: cards newest first, and how many more there were. */
export type Week = { posts: Card[]; more: number }

/**
 * The posts of the seven days before `now`, from cards newest first. Where there are more than thirty each blog has its newest before
 * any has its second, so that a school with a busy site does not drive out the rest. What a first import brought without a date is of no week.
 */
export function weekOf(cards: Card[], now: string): Week {
  const since = new Date(Date.parse(now) - WEEK).toISOString()
  const { ageless } = firstImportsOf(cards)
  const all = cards.filter((card) => card.published > since && !ageless(card))
  const turns = new Map<string, number>()
  const byTurn = all.map((card) => {
    const turn = turns.get(card.source.id) ?? 0
    turns.set(card.source.id, turn + 1)
    return { card, turn }
  })
  const chosen = new Set(
    byTurn
      .sort((a, b) => a.turn - b.turn)
      .slice(0, MOST)
      .map(({ card }) => card),
  )
  return { posts: all.filter((card) => chosen.has(card)), more: all.length - chosen.size }
}
