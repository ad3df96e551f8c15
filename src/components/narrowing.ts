import type { Interface, Said } from '../i18n/interface.ts'
import { filterWord, scopeWords, type Vocabulary } from '../i18n/scope-words.ts'
import type { Filter, ScopePage } from '../planet/compose/planet.ts'
import { FACETS, type FacetId } from '../planet/config/topics.ts'

/** A link to a wider or narrower list; `said` are the words of its filters. */
export type Way = { said: Said[]; path: string; posts: number }

/** Links under one word. `id` is the facet of their topics, or what else the filter is. */
export type Ways = { id: FacetId | 'open' | 'written-in'; said: Said; ways: Way[] }

/** The pages with one filter less, named by what they keep. */
export function widerWays({ wider }: ScopePage, words: Vocabulary, speak: Interface): Way[] {
  return wider.map(({ scope, path, posts }) => ({ said: scopeWords(scope, words, speak), path, posts: posts.length }))
}

/** The pages with one filter more, by the facet of what they add; then what is open, and languages. */
export function narrowerWays({ narrower }: ScopePage, words: Vocabulary, speak: Interface): Ways[] {
  const groups = Map.groupBy(narrower, ({ filter, value }) => groupOf(filter, value, words))
  return [...FACETS, 'open' as const, 'written-in' as const].flatMap((id) => {
    const own = groups.get(id)
    if (own === undefined) return []
    const ways = own.map(({ filter, value, page }) => ({
      said: [filterWord(filter, value, words, speak)],
      path: page.path,
      posts: page.posts.length,
    }))
    return [{ id, said: groupWord(id, words, speak), ways }]
  })
}

function groupOf(filter: Filter, value: string, { vocabulary }: Vocabulary): Ways['id'] | undefined {
  if (filter === 'open') return 'open'
  return filter === 'language' ? 'written-in' : vocabulary.get(value)?.facet
}

function groupWord(id: Ways['id'], { facets }: Vocabulary, speak: Interface): Said {
  if (id === 'open') return { text: speak.t('scope.open') }
  const facet = facets.find((one) => one.id === id)
  return facet === undefined ? { text: speak.t('chooser.language') } : speak.label(facet.labels)
}
