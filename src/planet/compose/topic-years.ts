import type { Topics } from '../config/topics.ts'
import { schoolYear } from './calendar.ts'
import type { Card } from './planet.ts'

/** Topics in the chart, and school years at most. */
const TOPICS = 6
const YEARS = 12

/** What was written about in each school year: `counts` of a topic stand in the order of `years`, oldest first. */
export type TopicYears = { years: number[]; most: number; topics: { id: string; counts: number[]; posts: number }[] }

/**
 * Counts the posts of the six topics that tags name most, in the last twelve school years of the archive. Levels and kinds of post
 * are left out: they do not say what a post is about; and posts whose date was guessed. Undefined where there are not two years to compare.
 */
export function topicYearsOf(all: Card[], { topics }: Pick<Topics, 'topics'>): TopicYears | undefined {
  const cards = all.filter(({ dateGuessed }) => !dateGuessed)
  const yearOf = ({ shelf }: Card): number => schoolYear(shelf.slice(0, 7))
  const written = cards.map(yearOf)
  const last = written.reduce((one, other) => Math.max(one, other), 0)
  const first = written.reduce((one, other) => Math.min(one, other), last)
  if (first === last) return undefined
  const begin = Math.max(first, last - YEARS + 1)
  const years = Array.from({ length: last - begin + 1 }, (_, index) => begin + index)
  const found = new Map<string, number[]>()
  for (const card of cards) {
    const at = yearOf(card) - begin
    if (at < 0) continue
    for (const id of card.topics) {
      const facet = topics.get(id)?.facet
      if (facet === undefined || facet === 'level' || facet === 'type') continue
      const counts = found.get(id) ?? years.map(() => 0)
      counts[at] = (counts[at] ?? 0) + 1
      found.set(id, counts)
    }
  }
  const chosen = [...found]
    .map(([id, counts]) => ({ id, counts, posts: counts.reduce((sum, count) => sum + count, 0) }))
    .sort((a, b) => b.posts - a.posts || (a.id < b.id ? -1 : 1))
    .slice(0, TOPICS)
  if (chosen.length === 0) return undefined
  return { years, topics: chosen, most: Math.max(...chosen.flatMap(({ counts }) => counts)) }
}
