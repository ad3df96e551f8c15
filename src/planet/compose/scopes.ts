import { tagKey } from '../config/tag-key.ts'
import type { Topics } from '../config/topics.ts'
import type { BlogRef, Card, LanguagePage, Month, TagPage, TopicPage } from './planet.ts'

/** The topics that cards speak of, in the order of the vocabulary, with their cards, spellings and blogs. */
export function topicPages(cards: Card[], topics: Topics): TopicPage[] {
  const byTopic = groupBy(cards, (card) => [...card.topics, ...card.topicsFromBlog])
  return [...topics.topics.values()].flatMap((topic) => {
    const posts = byTopic.get(topic.id)
    if (posts === undefined) return []
    return [{ topic, posts, writtenAs: spellings(posts, topic.id, topics), blogs: blogsOf(posts) }]
  })
}

function spellings(posts: Card[], id: string, topics: Topics): TopicPage['writtenAs'] {
  const found = new Map<string, { text: string; language: string; posts: number }>()
  for (const { tags, language, topics: own } of posts) {
    if (!own.includes(id)) continue
    for (const text of tags) {
      if (!topics.resolve(text, language).includes(id)) continue
      const key = text.toLowerCase()
      const known = found.get(key)
      if (known === undefined) found.set(key, { text, language, posts: 1 })
      else known.posts++
    }
  }
  return [...found.values()].sort((a, b) => b.posts - a.posts || (a.text < b.text ? -1 : 1))
}

/** Some write whole sentences as a tag; a folder can be named by 255 bytes, and a letter takes up to four. */
const LONGEST_KEY = 60

/** One or two Latin letters ("in", "da"), or an address that some platform puts among the tags. */
const SAYS_NOTHING = /^(?:\p{Script=Latin}{1,2}|https?.{6,})$/u

/**
 * Pages for the free tags that at least two blogs use, most blogs first; marks the tags on the cards that lead there. A word that
 * names a topic in any language, or says nothing ("Uncategorized"), has none.
 */
export function tagPages(cards: Card[], { takes }: Topics): TagPage[] {
  const byKey = groupBy(cards, (card) => [...new Set(card.freeTags.map(({ text }) => tagKey(text)))])
  const pages: TagPage[] = []
  for (const [key, posts] of byKey) {
    const blogs = blogsOf(posts).map(({ source }) => source)
    if (blogs.length < 2 || key.length > LONGEST_KEY || SAYS_NOTHING.test(key) || takes(key)) continue
    for (const card of posts) for (const tag of card.freeTags) if (tagKey(tag.text) === key) tag.key = key
    pages.push({ key, ...commonSpelling(posts, key), posts, blogs })
  }
  return pages.sort((a, b) => b.blogs.length - a.blogs.length || b.posts.length - a.posts.length || (a.key < b.key ? -1 : 1))
}

function commonSpelling(posts: Card[], key: string): { text: string; language: string } {
  const counts = new Map<string, { text: string; language: string; uses: number }>()
  for (const { freeTags, language } of posts) {
    for (const { text } of freeTags) {
      if (tagKey(text) !== key) continue
      const spelling = text.replace(/^#+/, '')
      const known = counts.get(spelling)
      if (known === undefined) counts.set(spelling, { text: spelling, language, uses: 1 })
      else known.uses++
    }
  }
  const [best] = [...counts.values()].sort((a, b) => b.uses - a.uses || (a.text < b.text ? -1 : 1))
  return { text: best?.text ?? key, language: best?.language ?? 'en' }
}

/** Posts by the primary language they are written in, most posts first. */
export function languagePages(cards: Card[]): LanguagePage[] {
  const byLanguage = groupBy(cards, (card) => [new Intl.Locale(card.language).language])
  return [...byLanguage]
    .map(([language, posts]) => ({ language, posts, blogs: blogsOf(posts).map(({ source }) => source) }))
    .sort((a, b) => b.posts.length - a.posts.length || (a.language < b.language ? -1 : 1))
}

/** The archive: months newest first, their shelves in order, each shelf in order of first keeping. */
export function monthsOf(cards: Card[]): Month[] {
  const byShelf = groupBy(cards, (card) => [card.shelf])
  const shelves = [...byShelf].map(([shelf, posts]) => {
    const [month = '', number = '1'] = shelf.split('/')
    const kept = posts.toSorted((a, b) =>
      a.firstSeen < b.firstSeen
        ? -1
        : a.firstSeen > b.firstSeen
          ? 1
          : a.published < b.published
            ? -1
            : a.published > b.published
              ? 1
              : a.id < b.id
                ? -1
                : 1,
    )
    return { month, number: Number(number), path: `/archive/${shelf}/`, posts: kept }
  })
  return [...Map.groupBy(shelves, ({ month }) => month)]
    .map(([month, own]) => ({
      month,
      posts: own.reduce((sum, { posts }) => sum + posts.length, 0),
      shelves: own.sort((a, b) => a.number - b.number),
    }))
    .sort((a, b) => (a.month < b.month ? 1 : -1))
}

/** The blogs behind some cards, those with most of them first. */
export function blogsOf(posts: Card[]): { source: BlogRef; posts: number }[] {
  const found = new Map<string, { source: BlogRef; posts: number }>()
  for (const { source, alsoSources } of posts) {
    for (const blog of [source, ...alsoSources]) {
      const known = found.get(blog.id)
      if (known === undefined) found.set(blog.id, { source: blog, posts: 1 })
      else known.posts++
    }
  }
  return [...found.values()].sort((a, b) => b.posts - a.posts || (a.source.title < b.source.title ? -1 : 1))
}

/** Cards under every key they have, in the order they came; one card may stand under several. */
export function groupBy(cards: Card[], keys: (card: Card) => Iterable<string>): Map<string, Card[]> {
  const groups = new Map<string, Card[]>()
  for (const card of cards) {
    for (const key of keys(card)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [card])
      else group.push(card)
    }
  }
  return groups
}
