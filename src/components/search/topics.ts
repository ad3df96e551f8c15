import { tagKey } from '../../planet/config/tag-key.ts'
import { type Drawer, drawerOf, topicsIn } from '../../search/drawers.ts'

/** Opens the words for topics under `folder` (a path that ends in a slash): for what a reader typed, ids of the topics it names. */
export function openTopics(folder: string): (text: string) => Promise<string[]> {
  const drawers = new Map<number, Promise<Drawer>>()
  return async (text) => {
    const key = tagKey(text)
    if (key.length < 2) return []
    const number = drawerOf(key)
    const drawer = drawers.get(number) ?? fetch(`${folder}${number}.json`).then((answer) => answer.json())
    drawers.set(number, drawer)
    return topicsIn(await drawer, key)
  }
}
