import type { Interface } from '../i18n/interface.ts'
import { scopeName } from '../i18n/scope-words.ts'
import { firstImportsOf } from '../planet/compose/first-import.ts'
import { filtersOf } from '../planet/compose/narrow.ts'
import type { Card, Planet, Scope } from '../planet/compose/planet.ts'
import { blogsOf } from '../planet/compose/scopes.ts'
import type { Blog } from '../planet/config/feeds-file.ts'
import { plain } from '../planet/html/text.ts'
import { feedUrn } from './id.ts'
import { addressOf, type FeedItem, type FeedSource, itemMaker, sourceOf } from './item.ts'

/** Entries in a feed at most. */
export const FEED_ENTRIES = 50

/** What one feed covers, in whatever format: everything, a topic, a topic at a level, a language or a blog. Addresses are absolute. */
export type FeedScope = {
  /** Its place on the site: '' for everything, else `topics/<id>`, `topics/<id>/<level>`, `languages/<tag>` or `blogs/<id>`. */
  path: string
  /** Stable wherever the site stands. */
  id: string
  title: string
  description: string
  /** BCP 47 tag of the feed's own title; the items name theirs. */
  language: string
  /** The page that shows the same posts. */
  page: string
  rss: string
  atom: string
  json: string
  /** When the newest item was published or changed, ISO 8601 UTC; the year 1970 where there is none. */
  updated: string
  /** Newest first, 50 at most. */
  items: FeedItem[]
  /** The active blogs it takes from. */
  blogs: FeedBlog[]
}

export type FeedBlog = { blog: Blog; source: FeedSource }

/**
 * All feeds of a planet: the whole, then every topic, topic at a level, language and blog that has a page. What a first import brought without a date
 * is nobody's news: it comes after the rest, so that it fills no reader's screen.
 * @param speak the planet's default language, in which the feeds are named
 * @param siteUrl the address of the home page, with its base path
 */
export function feedScopes(planet: Planet, speak: Interface, siteUrl: string): FeedScope[] {
  const item = remembering(itemMaker(planet, siteUrl))
  const active = planet.members.filter(({ condition }) => condition !== 'paused')
  const blogs = new Map(
    active.map((member): [string, FeedBlog] => [member.id, { blog: member.blog, source: sourceOf(member, siteUrl) }]),
  )
  const name = planet.settings.title
  const { ageless } = firstImportsOf(planet.posts)

  const scope = (path: string, label: string, description: string, posts: Card[], members: { id: string }[]): FeedScope => {
    const aged = posts.filter((card) => !ageless(card))
    const items = [...aged, ...(aged.length < FEED_ENTRIES ? posts.filter(ageless) : [])].slice(0, FEED_ENTRIES).map(item)
    const place = path === '' ? '' : `${path}/`
    return {
      path,
      id: feedUrn(name, path),
      title: plain(path === '' ? label : `${label} · ${name}`),
      description: plain(description),
      language: speak.lang,
      page: addressOf(siteUrl, place),
      rss: addressOf(siteUrl, `${place}rss.xml`),
      atom: addressOf(siteUrl, `${place}atom.xml`),
      json: addressOf(siteUrl, `${place}feed.json`),
      updated: items.reduce((latest, { updated }) => (updated > latest ? updated : latest), NEVER),
      items,
      blogs: members.flatMap(({ id }) => blogs.get(id) ?? []),
    }
  }
  return [
    scope('', name, planet.settings.description[speak.lang] ?? name, planet.posts, planet.members),
    ...[...planet.scopes.values()]
      .filter((page) => page.scope.language === undefined && hasFeed(page.scope))
      .map((page) => {
        const label = scopeName(page.scope, planet, speak)
        const sources = blogsOf(page.posts).map(({ source }) => source)
        const description = speak.t('feed.topic', { topic: label, planet: name })
        return scope(page.path.slice(1, -1), label, description, page.posts, sources)
      }),
    ...planet.languages.map(({ language, posts, blogs }) => {
      const label = speak.languageName(language)
      return scope(`languages/${language}`, label, speak.t('feed.language', { language: label, planet: name }), posts, blogs)
    }),
    ...planet.members.map((member) => {
      const description = speak.t('feed.blog', { blog: member.title, planet: name })
      return scope(`blogs/${member.id}`, member.title, description, member.posts, [member])
    }),
  ]
}

/** Whether a list has feeds of its own: one of a single filter has, and a topic at a level. Who follows less gets one post a term. */
export function hasFeed(scope: Scope): boolean {
  const filters = filtersOf(scope)
  return filters.length === 1 || filters.join() === 'topic,level'
}

const NEVER = '1970-01-01T00:00:00.000Z'

/** A post stands in up to four feeds or more; it is told once. */
function remembering(make: (card: Card) => FeedItem): (card: Card) => FeedItem {
  const made = new Map<string, FeedItem>()
  return (card) => {
    const item = made.get(card.id) ?? make(card)
    made.set(card.id, item)
    return item
  }
}
