import { filtersOf } from '../planet/compose/narrow.ts'
import type { Filter, Planet, Scope } from '../planet/compose/planet.ts'
import type { Interface, Said } from './interface.ts'

/** What of a planet the words of its lists are taken from. */
export type Vocabulary = Pick<Planet, 'facets' | 'vocabulary'>

/** What a scope covers in words, one for each filter: `Mathematics`, `Lower secondary education`. */
export function scopeWords(scope: Scope, words: Vocabulary, speak: Interface): Said[] {
  return filtersOf(scope).map((filter) => filterWord(filter, scope[filter] ?? '', words, speak))
}

/** The words of a scope in one line, for a title. */
export function scopeName(scope: Scope, words: Vocabulary, speak: Interface): string {
  return scopeWords(scope, words, speak)
    .map(({ text }) => text)
    .join(' · ')
}

/** What a filter is set to in words. */
export function filterWord(filter: Filter, value: string, { vocabulary }: Vocabulary, speak: Interface): Said {
  if (filter === 'open') return { text: speak.t('scope.open') }
  if (filter === 'language') return { text: speak.languageName(value) }
  const topic = vocabulary.get(value)
  return topic === undefined ? { text: value } : speak.label(topic.labels)
}
