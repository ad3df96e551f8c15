import type { Said } from '../i18n/interface.ts'
import type { TopicPage } from '../planet/compose/planet.ts'
import { tagKey } from '../planet/config/tag-key.ts'

/** How colleagues write a topic where it is not as the page calls it, most used first: each word once, however it is spelt. */
export function otherWords(writtenAs: TopicPage['writtenAs'], label: Said, most: number): Required<Said>[] {
  const words = new Map<string, Required<Said>>()
  for (const { text, language } of writtenAs) {
    const key = tagKey(text)
    if (key !== tagKey(label.text) && !words.has(key)) words.set(key, { text: text.replace(/^#+/, ''), lang: language })
  }
  return [...words.values()].slice(0, most)
}
