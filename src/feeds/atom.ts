import { Feed } from 'feed'
import type { FeedItem } from './item.ts'
import { element, escapeMarkup, weave } from './markup.ts'
import type { FeedScope } from './scope.ts'

/**
 * The scope as Atom 1.0 (RFC 4287). `feed` writes the document; woven in is what it has no words for (languages, the source
 * of §4.2.11, the licence of RFC 4946) and what it does not escape (categories, full texts).
 */
export function atomOf(scope: FeedScope): string {
  const feed = new Feed({
    id: scope.id,
    title: text(scope.title),
    description: text(scope.description),
    link: scope.page,
    feed: scope.atom,
    updated: new Date(scope.updated),
    generator: 'Staffroom',
  })
  for (const item of scope.items) {
    feed.addItem({
      id: item.id,
      title: escapeMarkup(item.title),
      link: item.url,
      date: new Date(item.updated),
      published: new Date(item.published),
      author: item.authors.map((name) => ({ name: text(name) })),
      ...(item.text === '' ? {} : { description: escapeMarkup(item.text) }),
      ...(item.licence === undefined ? {} : { copyright: item.licence.id }),
    })
  }
  const started = weave(
    feed.atom1(),
    '<entry>',
    scope.items.map(({ language }) => `<entry xml:lang="${escapeMarkup(language)}">`),
  )
  const document = weave(
    started,
    '</entry>',
    scope.items.map((item) => `${entryData(item)}</entry>`),
  )
  return document.replace('<feed ', `<feed xml:lang="${escapeMarkup(scope.language)}" `)
}

/** `feed` takes one escaping of `&` away from element texts before it escapes them. */
const text = (plain: string): string => plain.replaceAll('&', '&amp;')

function entryData({ categories, html, licence, source }: FeedItem): string {
  const link = (rel: string, href: string, type?: string): string => element('link', { rel, href, type })
  return [
    ...categories.map(({ term, label }) => element('category', { term, label: label === term ? undefined : label })),
    ...(licence === undefined ? [] : [link('license', licence.url)]),
    ...(html === undefined ? [] : [element('content', { type: 'html' }, html)]),
    // Last, because simple readers take the first title of an entry for its own.
    '<source>',
    `    ${element('id', {}, source.site)}`,
    `    ${element('title', {}, source.title)}`,
    `    ${link('alternate', source.site, 'text/html')}`,
    `    ${link('self', source.feed)}`,
    '</source>',
  ]
    .map((line) => `    ${line}\n    `)
    .join('')
}
