import type { Feed, ParseResult } from '../../../src/planet/parse/feed.ts'
import { readFeed } from '../../../src/planet/parse/read.ts'

export const ADDRESS = 'https://blog.example/feed.xml'

const utf8 = new TextEncoder()

/** What is read in a document, by its text. */
export const reading = (document: string | Uint8Array, contentType?: string): Promise<ParseResult> =>
  readFeed(typeof document === 'string' ? utf8.encode(document) : document, {
    url: ADDRESS,
    ...(contentType === undefined ? {} : { contentType }),
  })

/** The feed in a document that must be one. */
export async function feedIn(document: string | Uint8Array, contentType?: string): Promise<Feed> {
  const result = await reading(document, contentType)
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`)
  return result.feed
}

/** An RSS feed around some elements of its one item. */
export const rssItem = (inside: string, attributes = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>Staff room</title><link>https://blog.example/</link><item>${inside}</item></channel></rss>`

/** An Atom feed around some elements of its one entry. */
export const atomEntry = (inside: string, attributes = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Staff room</title><link href="https://blog.example/"/><entry>${inside}</entry></feed>`

/** The one entry of a feed. */
export async function entryIn(document: string): Promise<Feed['entries'][number]> {
  const [entry] = (await feedIn(document)).entries
  if (!entry) throw new Error('no entry')
  return entry
}
