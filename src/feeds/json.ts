import { Feed } from 'feed'
import type { FeedItem } from './item.ts'
import type { FeedScope } from './scope.ts'

/**
 * The scope as JSON Feed 1.1. `feed` writes version 1: what 1.1 says otherwise (`authors`, `language`, plain `content_text`)
 * is set here, and two extensions: `_source`, the blog an item comes from, and `_license`.
 */
export function jsonOf(scope: FeedScope): string {
  const feed = new Feed({
    title: scope.title,
    description: scope.description,
    link: scope.page,
    feedLinks: { json: scope.json },
  })
  for (const item of scope.items) {
    feed.addItem({
      id: item.id,
      title: item.title,
      link: item.url,
      date: new Date(item.updated),
      published: new Date(item.published),
      category: item.categories.map(({ label }) => ({ name: label })),
    })
  }
  const document: { items: object[] } = JSON.parse(feed.json1())
  const { items, ...head } = document
  return JSON.stringify(
    {
      ...head,
      version: 'https://jsonfeed.org/version/1.1',
      language: scope.language,
      items: scope.items.map((item, index) => ({ ...items[index], ...itemData(item) })),
    },
    null,
    1,
  )
}

function itemData({ authors, html, language, licence, source, text, title }: FeedItem): object {
  return {
    // An item must have a content (JSON Feed 1.1, "content_html and content_text"): of a link, its title.
    ...(html === undefined ? { content_text: text === '' ? title : text } : { content_html: html, summary: text }),
    authors: authors.map((name) => ({ name })),
    language,
    _source: { title: source.title, url: source.site, feed_url: source.feed },
    ...(licence === undefined ? {} : { _license: licence }),
  }
}
