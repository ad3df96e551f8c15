import type { Card, Member } from './planet.ts'

const LATELY = 60 * 86_400_000
const SHOWN = 4

/**
 * One post of each blog whose first posts came in the last sixty days, at most four, the blog that joined last first: its newest
 * post that is not on the front already, else its newest. What has a date goes before what stands at the day it was first seen.
 */
export function newcomersOf(members: Member[], front: Card[], now: string): Card[] {
  const since = new Date(Date.parse(now) - LATELY).toISOString()
  const onFront = new Set(front.map(({ id }) => id))
  return members
    .flatMap(({ id, posts }) => {
      const own = posts.filter(({ source }) => source.id === id)
      const joined = joinedOf(own)
      const dated = own.filter(({ dateGuessed }) => !dateGuessed)
      const choice = dated.length > 0 ? dated : own
      const post = choice.find((card) => !onFront.has(card.id)) ?? choice[0]
      return post === undefined || joined === undefined || joined < since ? [] : [{ joined, post }]
    })
    .sort((a, b) => later(a.joined, b.joined) || guessed(a.post) - guessed(b.post) || later(a.post.published, b.post.published))
    .slice(0, SHOWN)
    .map(({ post }) => post)
}

const later = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0)

const guessed = ({ dateGuessed }: Card): number => Number(dateGuessed ?? false)

/** When the first of some posts of a blog was first seen (ISO 8601): since then it has been read here. */
export const joinedOf = (posts: { firstSeen: string }[]): string | undefined =>
  posts.reduce<string | undefined>(
    (first, { firstSeen }) => (first === undefined || firstSeen < first ? firstSeen : first),
    undefined,
  )
