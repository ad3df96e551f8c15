import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { tagKey } from '../../../src/planet/config/tag-key.ts'
import { readTopics } from '../../../src/planet/config/topics.ts'

const topics = await readTopics(join(import.meta.dirname, '../../../content/topics.yaml'))

describe('the vocabulary', () => {
  it.each(topics.tests)('in %s, "%s" names %j', (language, tag, ids) => {
    expect(topics.resolve(tag, language)).toEqual(ids)
  })

  it('asks by the primary language of a tag such as pt-BR', () => {
    expect(topics.resolve('Sala de Aula Invertida', 'pt-BR')).toEqual(['flipped-classroom'])
  })

  it('finds nothing in a tag without letters', () => {
    expect(topics.resolve('!!! …', 'en')).toEqual([])
  })

  it('gives every topic an English label and a known facet', () => {
    const facets = new Set(topics.facets.map(({ id }) => id))
    for (const topic of topics.topics.values()) {
      expect(topic.labels.en, topic.id).not.toBe('')
      expect(facets.has(topic.facet), topic.id).toBe(true)
    }
    expect(topics.topics.size).toBe(103)
  })
})

test('a content folder without the file says where to find one', async () => {
  await expect(readTopics('/nowhere/content/topics.yaml')).rejects.toThrow(/no such file.*copy the one that ships/i)
})

test.each(['open', '2'])('a topic cannot be called %s, which is an address of its lists', async (id) => {
  const folder = mkdtempSync(join(tmpdir(), 'topics-'))
  const path = join(folder, 'topics.yaml')
  writeFileSync(path, `facets: {theme: {en: Theme}}\ntopics: [{id: "${id}", facet: theme, labels: {en: X}}]\n`)
  await expect(readTopics(path)).rejects.toThrow(/topics\.0\.id/)
  rmSync(folder, { recursive: true })
})

describe('the key of a tag', () => {
  it.each([
    ['#ClaseInvertida', 'clase invertida'],
    ['Перевёрнутый класс', 'перевернутый класс'],
    ['intel·ligència', 'intel.ligencia'],
    ['Erasmus+', 'erasmus plus'],
    ['Ｍａｔｈｓ', 'maths'],
  ])('is the same for %s and %s', (one, other) => {
    expect(tagKey(one)).toBe(tagKey(other))
  })

  it('keeps the breve of й, which is a letter of its own', () => {
    expect(tagKey('край')).not.toBe(tagKey('краи'))
  })
})
