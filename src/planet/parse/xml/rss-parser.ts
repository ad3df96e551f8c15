import Parser from 'rss-parser'
import { restore } from '../repair/marks.ts'
import type { Outline } from '../repair/outline.ts'
import type { Fields } from './node.ts'

/** What rss-parser makes of a feed: the fields of the channel, and of each entry. */
export type Raw = { feed: Fields; items: Fields[] }

const FEED_FIELDS = [
  'title',
  'dc:title',
  'link',
  'atom:link',
  'description',
  'subtitle',
  'tagline',
  'info',
  'dc:description',
  'itunes:summary',
  'itunes:subtitle',
  'language',
  'dc:language',
  'rights',
  'copyright',
  'dc:rights',
  'cc:license',
  'creativecommons:license',
  'ttl',
  'skiphours',
  'skipdays',
  'sy:updateperiod',
  'sy:updatefrequency',
  '$',
]

const ENTRY_FIELDS = [
  'title',
  'dc:title',
  'media:title',
  'itunes:title',
  'link',
  'guid',
  'id',
  'pubdate',
  'published',
  'updated',
  'issued',
  'modified',
  'created',
  'date',
  'dc:date',
  'dcterms:issued',
  'dcterms:modified',
  'dcterms:created',
  'author',
  'contributor',
  'dc:creator',
  'dc:contributor',
  'itunes:author',
  'content',
  'content:encoded',
  'xhtml:body',
  'body',
  'xhtml:div',
  'div',
  'fullitem',
  'yandex:full-text',
  'description',
  'summary',
  'dc:description',
  'itunes:summary',
  'itunes:subtitle',
  'media:description',
  'media:group',
  'category',
  'dc:subject',
  'itunes:keywords',
  'media:category',
  'media:keywords',
  'keywords',
  'categories',
  'itunes:category',
  'enclosure',
  'media:content',
  'comments',
  'slash:comments',
  'thr:total',
  'wfw:commentrss',
  'rights',
  'dc:rights',
  'cc:license',
  'creativecommons:license',
  'language',
  'dc:language',
  '$',
]

const keepAll = (names: string[]): [string, string, { keepArray: true }][] =>
  names.map((name) => [own(name), name, { keepArray: true }])

/** What rss-parser must find under its own names; everything else it gets under names that it knows nothing about. */
const STRUCTURE = new Set(['rss', 'channel', 'item', 'feed', 'entry'])

/**
 * rss-parser reads a field it knows by its own rules: one bad Atom date or a `<link>` without attributes loses the whole feed, markup comes back in the
 * wrong order, snippets take quadratic time. Renamed, fields reach us whole through `customFields`.
 */
const own = (name: string): string => (STRUCTURE.has(name) || name === '$' ? name : `own:${name}`)

/** Reads an outline with rss-parser. Rejects where even that finds no feed. */
export async function readXml({ xml, texts }: Outline): Promise<Raw> {
  const parser = new Parser({
    defaultRSS: 2,
    xml2js: { tagNameProcessors: [own], valueProcessors: [(value: string) => restore(value, texts)] },
    customFields: { feed: keepAll(FEED_FIELDS) as never[], item: keepAll(ENTRY_FIELDS) as never[] },
  })
  const { items, ...feed } = await parser.parseString(xml)
  return { feed, items }
}
