import { parseFeed } from 'feedsmith'
import { compact } from './compact.ts'
import { readDate } from './dates.ts'
import { asUntrusted, type Entry, type Feed, type Source, type UntrustedHtml } from './feed.ts'
import { resolve } from './links.ts'

/** What feedsmith calls the same thing in its four formats. */
type Item = {
  id?: unknown
  guid?: { value?: unknown }
  link?: unknown
  links?: { href?: unknown; rel?: unknown }[]
  title?: unknown
  description?: unknown
  summary?: unknown
  content?: unknown
  pubDate?: unknown
  published?: unknown
  updated?: unknown
  dc?: { dates?: unknown[]; creators?: unknown[] }
}
type Found = Item & { items?: Item[]; entries?: Item[]; language?: unknown }

/** Reads with feedsmith what rss-parser finds nothing in: what every format has, titles, addresses, dates and texts. */
export function readSecond(xml: string, source: Source): Feed | undefined {
  const feed = parsed(xml)
  if (!feed) return undefined
  const entries = feed.items ?? feed.entries ?? []
  return compact({ title: html(feed.title), url: address(feed, source), entries: entries.map((item) => readItem(item, source)) })
}

function parsed(xml: string): Found | undefined {
  try {
    return parseFeed(xml).feed as Found
  } catch (error) {
    // feedsmith refuses by throwing; a refusal is an answer here.
    if (error instanceof Error) return undefined
    throw error
  }
}

function readItem(item: Item, source: Source): Entry {
  return compact({
    id: word(item.id) ?? word(item.guid?.value),
    url: address(item, source),
    title: html(item.title),
    published: readDate(word(item.pubDate) ?? word(item.published) ?? word(item.dc?.dates?.[0])),
    updated: readDate(word(item.updated)),
    authors: (item.dc?.creators ?? []).map(word).filter((name) => name !== undefined),
    html: html(item.content),
    summary: html(item.description) ?? html(item.summary),
    tags: [],
    enclosures: [],
  })
}

const word = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined)

const html = (value: unknown): UntrustedHtml | undefined => {
  const text = word(value) ?? (typeof value === 'object' && value !== null && 'value' in value ? word(value.value) : undefined)
  return text === undefined ? undefined : asUntrusted(text)
}

function address(item: Item, source: Source): string | undefined {
  const alternate = item.links?.find(({ rel }) => rel === undefined || rel === 'alternate')
  return resolve(word(item.link) ?? word(alternate?.href), source.url)
}
