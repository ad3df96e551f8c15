import type { Card } from './planet.ts'

/** What came with the first import of a blog; and what of that is `ageless`: it has no date but the moment of that import. */
export type FirstImports = { has(card: Card): boolean; ageless(card: Card): boolean }

/** Finds the first imports among all cards of a planet. */
export function firstImportsOf(cards: Card[]): FirstImports {
  const firsts = new Map<string, string>()
  for (const { source, firstSeen } of cards) {
    const first = firsts.get(source.id)
    if (first === undefined || firstSeen < first) firsts.set(source.id, firstSeen)
  }
  const has = ({ source, firstSeen }: Card): boolean => firsts.get(source.id) === firstSeen
  return { has, ageless: (card) => card.dateGuessed === true && has(card) }
}
