import type { Card, Member } from './planet.ts'

const LATELY = 60 * 86_400_000
const SHOWN = 4

/**
 * One post of each blog whose first posts came in the last sixty days, at most four, the blog that joined last first: its newest
 * post that is not on the front already, else its newest.
 */
export function newcomersOf(members: Member[], front: Card[], now: string): Card[] {
  const since = new Date(Date.parse(now) - LATELY).toISOString()
  const onFront = new Set(front.map(({ id }) => id))
  return members
    .flatMap(({ id, posts }) => {
      const own = posts.filter(({ source }) => source.id === id)
      const joined = joinedOf(own)
      const post = own.find((card) => !onFront.has(card.id)) ?? own[0]
      return post === undefined || joined === undefined || joined < since ? [] : [{ joined, post }]
    })
    .sort((a, b) => (a.joined < b.joined ? 1 : a.joined > b.joined ? -1 : a.post.published < b.post.published ? 1 : -1))
    .slice(0, SHOWN)
    .map(({ post }) => post)
}

/** When the first of some posts of a blog was first seen (ISO 8601): since then it has been read here. */
export const joinedOf = (posts: { firstSeen: string }[]): string | undefined =>
  posts.reduce<string | undefined>(
    (first, { firstSeen }) => (first === undefined || firstSeen < first ? firstSeen : first),
    undefined,
  )
