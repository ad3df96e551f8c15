import type { Card } from '../planet/compose/planet.ts'
import type { Topic } from '../planet/config/topics.ts'

/** Topics on one card; more would hide what matters. */
const MOST = 4
/** A post is of one kind; it may be for two levels. */
const KINDS = 1
const LEVELS = 2

/** A topic as a card names it: kind and level always, the others where there is room. */
export type ShownTopic = { topic: Topic; as: 'kind' | 'level' | 'other' }

/**
 * Chooses what a card says of its topics: what kind of post it is, for which level, and then what it is about. What its own tags
 * name goes before what its blog is about; on the page of its blog that needs no saying.
 */
export function shownTopics(card: Card, vocabulary: ReadonlyMap<string, Topic>, atBlog: boolean): ShownTopic[] {
  const known = (ids: string[]): Topic[] => ids.flatMap((id) => vocabulary.get(id) ?? [])
  const topics = [...known(card.topics), ...(atBlog ? [] : known(card.topicsFromBlog))]
  const isLevel = ({ facet }: Topic): boolean => facet === 'level'
  const isKind = ({ facet }: Topic): boolean => facet === 'type'
  const ownLevels = known(card.topics).filter(isLevel)
  return [
    ...topics
      .filter(isKind)
      .slice(0, KINDS)
      .map((topic): ShownTopic => ({ topic, as: 'kind' })),
    ...(ownLevels.length > 0 ? ownLevels : topics.filter(isLevel))
      .slice(0, LEVELS)
      .map((topic): ShownTopic => ({ topic, as: 'level' })),
    ...topics.filter((topic) => !isKind(topic) && !isLevel(topic)).map((topic): ShownTopic => ({ topic, as: 'other' })),
  ].slice(0, MOST)
}
