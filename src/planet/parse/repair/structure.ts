/**
 * The elements that hold entries, and the entries: no text goes over their edges, so an element that was never closed ends
 * there.
 */
const EDGES = new Set(['item', 'entry', 'channel', 'feed', 'rss', 'rdf'])

/** The name of an element without its prefix, in lower case. */
export const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1).toLowerCase()

export const isEdge = (name: string): boolean => EDGES.has(localName(name))

/** Elements that hold text, and in feeds of every quality markup too. */
const TEXTS = new Set([
  'content',
  'encoded',
  'description',
  'summary',
  'title',
  'subtitle',
  'tagline',
  'info',
  'body',
  'div',
  'rights',
  'script',
  'style',
])

/** Whether an element's inside is taken out as one text. `media:content` holds elements, not text. */
export const holdsText = (spelled: string): boolean => TEXTS.has(localName(spelled)) && spelled !== 'media:content'

/** Elements that hold nothing but a word, a date or an address: when another begins, they have ended, closed or not. */
const WORDS = new Set([
  'guid',
  'pubdate',
  'link',
  'category',
  'comments',
  'enclosure',
  'language',
  'ttl',
  'generator',
  'docs',
  'copyright',
  'lastbuilddate',
  'published',
  'updated',
  'issued',
  'modified',
  'created',
  'id',
  'dc:date',
  'dc:creator',
  'dc:subject',
])

export const holdsWord = (spelled: string): boolean => WORDS.has(spelled)

const IN_IMAGE = new Set(['url', 'title', 'link', 'width', 'height', 'description'])

/**
 * Whether an element has ended without its end where another begins: a word, or the image of a channel before what no image has.
 */
export const endsBefore = (open: string, next: string): boolean =>
  holdsWord(open) || (open === 'image' && !next.includes(':') && !IN_IMAGE.has(next))

/** Fields of an entry that no HTML has: where one begins inside a text that is never closed, the text has ended. */
export const isField = (name: string): boolean =>
  name.includes(':') || WORDS.has(name.toLowerCase()) || /^(?:author|description|content|encoded)$/i.test(name)

/** What a page may hold and no feed wants. */
export const isCode = (local: string): boolean => local === 'script' || local === 'style'
