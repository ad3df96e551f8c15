/** The elements of a channel or feed that are read. */
export const FEED_FIELDS = [
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
]

/** The elements of an item or entry that are read. */
export const ENTRY_FIELDS = [
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
  'dc:author',
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
]

/** The elements within those that are read. */
export const INNER_FIELDS = ['name', 'email', 'uri', 'hour', 'day', 'rdf:value']

const OF_FEED = new Set([...FEED_FIELDS, 'item', 'entry'])
const OF_ENTRY = new Set(ENTRY_FIELDS)
const WITHIN = new Set([...INNER_FIELDS, ...ENTRY_FIELDS])

/** Whether anything is read from an element with this parent. */
export function isRead(parent: string, name: string): boolean {
  if (parent === 'channel' || parent === 'feed') return OF_FEED.has(name)
  return parent === 'item' || parent === 'entry' ? OF_ENTRY.has(name) : WITHIN.has(name)
}

const ATTRIBUTES = new Set(
  'xml:base xml:lang rdf:about rdf:resource resource href rel type mode url length filesize term label text ispermalink'.split(
    ' ',
  ),
)

/** Whether anything is read from an attribute of this name. */
export const isReadAttribute = (name: string): boolean => ATTRIBUTES.has(name)
