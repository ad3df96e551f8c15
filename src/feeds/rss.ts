import { getRssString } from '@astrojs/rss'
import type { FeedItem } from './item.ts'
import { element, escapeMarkup, rssTitle, weave } from './markup.ts'
import type { FeedScope } from './scope.ts'

const NAMESPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  dc: 'http://purl.org/dc/elements/1.1/',
  creativeCommons: 'http://backend.userland.com/creativeCommonsRssModule',
}

/** The scope as RSS 2.0, with the name of each author (`dc:creator`), its language, its licence and the blog it comes from. */
export async function rssOf(scope: FeedScope): Promise<string> {
  const document = await getRssString({
    title: rssTitle(scope.title),
    description: escapeMarkup(scope.description),
    site: scope.page,
    xmlns: NAMESPACES,
    customData: channelData(scope),
    items: scope.items.map((item) => ({
      ...(item.title === '' ? {} : { title: rssTitle(item.title) }),
      ...(item.text === '' ? {} : { description: escapeMarkup(item.text) }),
      ...(item.html === undefined ? {} : { content: item.html }),
      link: item.url,
      pubDate: new Date(item.published),
      categories: item.categories.map(({ label }) => label),
      source: { url: item.source.feed, title: rssTitle(item.source.title) },
      // Without this the address would be the id, and a blog that moves would send all its posts to subscribers again.
      customData: element('guid', { isPermaLink: 'false' }, item.id),
    })),
  })
  return weave(
    document,
    '<item>',
    scope.items.map((item) => `\n<item>${itemData(item)}`),
  )
}

function channelData(scope: FeedScope): string {
  return [
    element('language', {}, scope.language),
    scope.items.length === 0 ? '' : element('lastBuildDate', {}, new Date(scope.updated).toUTCString()),
    element('generator', {}, 'Staffroom'),
    element('atom:link', { href: scope.rss, rel: 'self', type: 'application/rss+xml' }),
  ].join('')
}

/** Not handed to `customData`, which is read as XML again and makes a number of an author whose name is one. */
function itemData({ authors, language, licence }: FeedItem): string {
  return [
    ...authors.map((name) => element('dc:creator', {}, name)),
    element('dc:language', {}, language),
    licence === undefined ? '' : element('creativeCommons:license', {}, licence.url),
  ].join('')
}
