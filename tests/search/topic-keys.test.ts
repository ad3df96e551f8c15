import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tagKey } from '../../src/planet/config/tag-key.ts'
import { readTopics } from '../../src/planet/config/topics.ts'
import { drawerOf, topicsIn } from '../../src/search/drawers.ts'
import { topicDrawers } from '../../src/search/topic-keys.ts'

const { topics } = await readTopics(join(import.meta.dirname, '../../content/topics.yaml'))
const drawers = topicDrawers([...topics.values()])

/** As the browser looks a word up. */
const lookUp = (text: string): string[] => {
  const key = tagKey(text)
  return topicsIn(drawers[drawerOf(key)] ?? {}, key)
}

describe('one topic is found by its words in any language', () => {
  test.each([
    'flipped classroom',
    'Flipped-Classroom',
    'clase invertida',
    'Clase  Invertida',
    'перевернутый класс',
    'Перевёрнутый класс',
    '#FlippedClassroom',
    'flipp',
  ])('%s', (text) => {
    expect(lookUp(text)).toEqual(['flipped-classroom'])
  })
})

test.each([
  ['matematicas', 'mathematics'],
  ['Matemàtiques', 'mathematics'],
  ['الرياضيات', 'mathematics'],
])('%s is %s', (text, id) => {
  expect(lookUp(text)).toContain(id)
})

test('every word of the vocabulary leads to its topic', () => {
  for (const { id, labels, synonyms, hashtags } of topics.values()) {
    for (const word of [...Object.values(labels), ...Object.values(synonyms).flat(), ...hashtags]) {
      expect(lookUp(word), word).toContain(id)
    }
  }
})

test('a beginning that several topics share, a short one and one that is no word offer nothing', () => {
  expect(lookUp('scho')).toEqual([])
  expect(lookUp('fli')).toEqual([])
  expect(lookUp('qqqq')).toEqual([])
  expect(lookUp('#')).toEqual([])
})

test('one drawer is small', () => {
  for (const drawer of drawers) expect(JSON.stringify(drawer).length).toBeLessThan(16_000)
})

test('only the topics that were handed in are there', () => {
  const one = topics.get('mathematics')
  if (one === undefined) throw new Error('there is no mathematics')
  expect(new Set(topicDrawers([one]).flatMap((drawer) => Object.keys(drawer)))).toEqual(new Set(['mathematics']))
})
