import { tagKey } from '../planet/config/tag-key.ts'
import type { Topic } from '../planet/config/topics.ts'
import { DRAWERS, type Drawer, drawerOf } from './drawers.ts'

/**
 * Every word for these topics in any language, as keys in drawers (see `Drawer`): a browser that looks a word up fetches one
 * drawer of a few kilobytes instead of the whole vocabulary.
 */
export function topicDrawers(topics: Topic[]): Drawer[] {
  const drawers = Array.from({ length: DRAWERS }, (): Map<string, Set<string>> => new Map())
  for (const { id, labels, synonyms, hashtags } of topics) {
    for (const word of [...Object.values(labels), ...Object.values(synonyms).flat(), ...hashtags]) {
      const key = tagKey(word)
      const drawer = drawers[drawerOf(key)]
      drawer?.set(id, (drawer.get(id) ?? new Set()).add(key))
    }
  }
  return drawers.map((drawer) => Object.fromEntries([...drawer].map(([id, keys]) => [id, [...keys].toSorted().join(' ')])))
}
