import { join } from 'node:path'
import { expect, test } from 'vitest'
import { narrowerWays, widerWays } from '../../src/components/narrowing.ts'
import { loadDictionaries } from '../../src/i18n/index.ts'
import { openInterface } from '../../src/i18n/interface.ts'
import { scopeName, scopeWords } from '../../src/i18n/scope-words.ts'
import type { Planet, ScopePage } from '../../src/planet/compose/planet.ts'
import { readTopics } from '../../src/planet/config/topics.ts'

const root = join(import.meta.dirname, '..', '..')
const { facets, topics: vocabulary } = await readTopics(join(root, 'content', 'topics.yaml'))
const words: Pick<Planet, 'facets' | 'vocabulary'> = { facets, vocabulary }
const dictionaries = await loadDictionaries(join(root, 'src', 'i18n'))
const speaking = (lang: string) => openInterface(dictionaries, lang, 'Europe/Madrid', '2026-11-20T07:00:00.000Z')
const page = (path: string, scope: ScopePage['scope']): ScopePage => ({ scope, path, posts: [], wider: [], narrower: [] })

test('a scope is called by its filters, in the language of the page', () => {
  const scope = { topic: 'mathematics', level: 'primary', open: 'open', language: 'ca' }
  expect(scopeName(scope, words, speaking('en'))).toBe('Mathematics · Primary education · May be copied and adapted · Catalan')
  expect(scopeName({ topic: 'mathematics' }, words, speaking('ru'))).toBe('Математика')
})

test('what a language has no word for is said in English, and marked so', () => {
  expect(scopeWords({ topic: 'mathematics' }, words, speaking('sv'))).toEqual([{ text: 'Mathematics', lang: 'en' }])
})

test('narrower pages stand under the facet of what they add, what is open and languages last', () => {
  const of = page('/topics/primary/', { level: 'primary' })
  const add = (filter: ScopePage['narrower'][number]['filter'], value: string) => ({
    filter,
    value,
    page: page(`/topics/${value}/`, {}),
  })
  of.narrower.push(add('topic', 'gamification'), add('topic', 'mathematics'), add('kind', 'worksheet'))
  of.narrower.push(add('open', 'open'), add('language', 'ca'))
  const groups = narrowerWays(of, words, speaking('en'))
  expect(groups.map(({ id, said, ways }) => [id, said.text, ways.map((way) => way.said[0]?.text)])).toEqual([
    ['subject', 'Subject', ['Mathematics']],
    ['method', 'Method', ['Gamification and game-based learning']],
    ['type', 'Kind of post', ['Worksheet or handout']],
    ['open', 'May be copied and adapted', ['May be copied and adapted']],
    ['written-in', 'Language', ['Catalan']],
  ])
})

test('wider pages are called by what they keep', () => {
  const of = page('/topics/mathematics/primary/', { topic: 'mathematics', level: 'primary' })
  of.wider.push(page('/topics/mathematics/', { topic: 'mathematics' }))
  expect(widerWays(of, words, speaking('en'))).toEqual([
    { said: [{ text: 'Mathematics' }], path: '/topics/mathematics/', posts: 0 },
  ])
})
