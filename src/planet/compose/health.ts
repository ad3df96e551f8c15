import type { BlogCondition, Member } from './planet.ts'

/** What is not simply well, in the order in which somebody should look. */
const CARES = ['held', 'failing', 'gone', 'paused', 'quiet'] as const satisfies BlogCondition[]

/** How the blogs of a planet are doing. */
export type Health = {
  /** Blogs in each condition, also where there is none; they add up to the members. */
  counts: Record<BlogCondition, number>
  /** The blogs that are not simply active, by their condition: those that wait for a word first, then those of the longest standing. */
  groups: { condition: (typeof CARES)[number]; members: Member[] }[]
}

/** Counts and sorts the members for those who look after them. Groups without a blog are left out. */
export function healthOf(members: Member[]): Health {
  const of = (condition: BlogCondition): Member[] => members.filter((member) => member.condition === condition)
  return {
    counts: {
      active: of('active').length,
      quiet: of('quiet').length,
      failing: of('failing').length,
      gone: of('gone').length,
      held: of('held').length,
      paused: of('paused').length,
    },
    groups: CARES.map((condition) => ({ condition, members: of(condition).sort(byNeed) })).filter(
      ({ members: own }) => own.length > 0,
    ),
  }
}

function byNeed(a: Member, b: Member): number {
  const [one, other] = [sinceOf(a), sinceOf(b)]
  return Number(a.refused ?? false) - Number(b.refused ?? false) || (one < other ? -1 : one > other ? 1 : 0)
}

/** When its condition began; a blog that rests by its own wish has no such day, and comes last. */
function sinceOf({ condition, state, withdrawn, posts }: Member): string {
  if (condition === 'paused') return withdrawn?.since ?? '9999'
  return (condition === 'quiet' ? posts[0]?.published : state?.since) ?? '9999'
}
