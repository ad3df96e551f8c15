import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { tagKey } from '../../../src/planet/config/tag-key.ts'
import { readTopics } from '../../../src/planet/config/topics.ts'

const path = join(import.meta.dirname, '../../../content/topics.yaml')
const { topics } = await readTopics(path)
const { languages }: { languages: string[] } = parse(await readFile(path, 'utf8'))

it.each(languages)('in %s every topic has a label, and no word stands under two topics', (language) => {
  const owner = new Map<string, string>()
  const twice: string[] = []
  for (const { id, labels, synonyms } of topics.values()) {
    expect(labels[language], id).toBeTruthy()
    // On a blog in Basque the tag "euskara" speaks of the mother tongue; only elsewhere of a language taught.
    if (id === `lang-${language}`) continue
    for (const word of [labels[language] ?? '', ...(synonyms[language] ?? [])]) {
      const other = owner.get(tagKey(word)) ?? id
      if (other !== id) twice.push(`${word}: ${other} and ${id}`)
      owner.set(tagKey(word), other)
    }
  }
  expect(twice).toEqual([])
})
