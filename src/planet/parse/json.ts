import { parseJsonFeed } from 'feedsmith'
import { compact } from './compact.ts'
import { readDate } from './dates.ts'
import { asUntrusted, type Entry, type Feed, type Source, type UntrustedHtml } from './feed.ts'
import { readLanguage } from './language.ts'
import { absolutise, resolve } from './links.ts'
import { escapeText } from './repair/references.ts'

type JsonFeed = ReturnType<typeof parseJsonFeed>
type JsonItem = NonNullable<JsonFeed['items']>[number]

/** Reads a JSON Feed (jsonfeed.org, versions 1 and 1.1). Gives nothing where the text is no JSON or no feed. */
export function readJson(text: string, source: Source): Feed | undefined {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || !('items' in value)) return undefined
  const feed = parseJsonFeed({ version: 'https://jsonfeed.org/version/1.1', ...value })
  return compact({
    title: html(feed.title),
    url: resolve(feed.home_page_url, source.url),
    description: html(feed.description),
    language: readLanguage(feed.language),
    entries: (feed.items ?? []).map((item) => readItem(item, source.url)),
  })
}

/** Titles and texts are plain in JSON Feed; only `content_html` is markup. */
const html = (plain: string | undefined): UntrustedHtml | undefined =>
  plain?.trim() ? asUntrusted(escapeText(plain.trim())) : undefined

const word = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function readItem(item: JsonItem, base: string): Entry {
  return compact({
    id: item.id,
    url: resolve(item.url ?? item.external_url, base),
    title: html(item.title),
    published: readDate(word(item.date_published)),
    updated: readDate(word(item.date_modified)),
    authors: (item.authors ?? []).map(({ name, url }) => name ?? url).filter((name) => name !== undefined),
    html: item.content_html ? asUntrusted(absolutise(item.content_html, base)) : html(item.content_text),
    summary: html(item.summary),
    tags: item.tags ?? [],
    enclosures: (item.attachments ?? []).flatMap((file) => {
      const url = resolve(file.url, base)
      return url === undefined ? [] : [compact({ url, type: file.mime_type, length: file.size_in_bytes })]
    }),
    language: readLanguage(item.language),
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.trim())
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
