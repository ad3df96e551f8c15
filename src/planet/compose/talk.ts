import { canonicalKey, hostOf } from '../archive/address.ts'
import type { BlogRef, Card } from './planet.ts'

/** A post of another member that links to one: its newest, where its blog has several. */
export type Mention = { source: BlogRef; url: string; title: string; language: string }

/**
 * Turns the links between members' posts round: for each card, who talks about it, one mention a blog, newest first. A blog that
 * links to itself does not count, nor a link to a blog's home, nor one to an address that several posts share. Linear in the links:
 * of those that leave the planet nothing but the host is looked at.
 */
export function mentionsOf(cards: Card[]): Map<Card, Mention[]> {
  const targets = targetsOf(cards)
  const hosts = new Set([...targets.keys()].map((key) => hostOf(`http://${key}`)))
  const found = new Map<Card, Mention[]>()
  for (const card of cards) {
    for (const link of card.links) {
      if (!hosts.has(roughHost(link))) continue
      const target = targets.get(canonicalKey(link))
      if (target === undefined || isOwn(card, target)) continue
      const mentions = found.get(target) ?? []
      if (mentions.some(({ source }) => source.id === card.source.id)) continue
      mentions.push({ source: card.source, url: card.url, title: card.title, language: card.language })
      found.set(target, mentions)
    }
  }
  return found
}

/** The same cards, in the same order; those that others talk about say so. `cards` newest first. */
export function withMentions(cards: Card[]): Card[] {
  const found = mentionsOf(cards)
  return cards.map((card) => {
    const mentions = found.get(card)
    return mentions === undefined ? card : { ...card, mentions }
  })
}

/** Posts by what tells their address from others; not those whose address is a blog's home or that of another post too. */
function targetsOf(cards: Card[]): Map<string, Card> {
  const targets = new Map<string, Card>()
  const sites = new Set(cards.flatMap((card) => blogsOf(card).map(({ site }) => site)))
  const homes = new Set([...sites].map(canonicalKey))
  const twice = new Set<string>()
  for (const card of cards) {
    const key = canonicalKey(card.url)
    if (targets.has(key)) twice.add(key)
    else if (!homes.has(key)) targets.set(key, card)
  }
  for (const key of twice) targets.delete(key)
  return targets
}

const blogsOf = ({ source, alsoSources }: Card): BlogRef[] => [source, ...alsoSources]

const isOwn = (card: Card, target: Card): boolean =>
  blogsOf(card).some(({ id }) => blogsOf(target).some((other) => other.id === id))

/** The host of an address as it is written, without `www.`: enough to pass over the many links that leave the planet. */
const roughHost = (link: string): string => /^https?:\/\/(?:www\.)?([^/:?#]*)/.exec(link)?.[1] ?? ''
