import { decode } from './decode.ts'
import { diagnose } from './diagnose.ts'
import type { Feed, ParseResult, Source } from './feed.ts'
import { readJson } from './json.ts'
import { dropControls } from './repair/controls.ts'
import { outline } from './repair/outline.ts'
import { findRoot } from './repair/root.ts'
import { trim } from './repair/trim.ts'
import { readSecond } from './second.ts'
import { readFields } from './xml/feed.ts'
import { readXml } from './xml/rss-parser.ts'

/**
 * Reads the bytes of a feed, whatever its format and however broken: RSS 0.9x, 1.0, 2.0, Atom 0.3, 1.0, JSON Feed. Never
 * throws: what cannot be read comes back with a code, and a web page with the feeds it links.
 */
export async function readFeed(bytes: Uint8Array, source: Source): Promise<ParseResult> {
  try {
    const text = dropControls(decode(bytes, source.contentType))
    const feed = /^\s*[{[]/.test(text) ? readJson(text, source) : await readMarkup(text, source)
    return feed ? { ok: true, feed } : diagnose(text, source)
  } catch (error) {
    return { ok: false, code: 'unreadable', detail: error instanceof Error ? error.message : String(error) }
  }
}

/** Repairs and reads XML: rss-parser first; where it finds nothing, feedsmith. */
async function readMarkup(text: string, source: Source): Promise<Feed | undefined> {
  const root = findRoot(text)
  if (!root) return undefined
  const xml = trim(text, root)
  const feed = readFields(await readXml(outline(xml)), source)
  return feed.entries.length > 0 || feed.title !== undefined ? feed : (readSecond(xml, source) ?? feed)
}
