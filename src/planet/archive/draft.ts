import { hash } from 'node:crypto'
import type { Blog } from '../config/feeds-file.ts'
import { excerptOf } from '../html/excerpt.ts'
import { sanitise } from '../html/sanitise.ts'
import { withoutTail } from '../html/tail.ts'
import { plain, plainText, readText } from '../html/text.ts'
import type { Entry, Feed, UntrustedHtml } from '../parse/feed.ts'
import type { Post } from './post.ts'

/** An entry reduced to what may be kept, before it is known whether it is new. */
export type Draft = Omit<Post, 'id' | 'aliases' | 'missing' | 'firstSeen' | 'shelf'>

/** Nothing on the web of blogs is older; an earlier date is a zero in some database. */
const FIRST_DATE = '1995-01-01'

/**
 * Reduces an entry to what the site may show of it: plain text, an excerpt by the rule of quotation, the full text only where
 * the blog is `show: full`, nothing but title and address where it is `show: link`.
 * An entry without an address of its own links to its file, or to the blog. Gives undefined where there is nothing to call it by.
 */
export function draftOf(entry: Entry, feed: Feed, blog: Blog, now: string): Draft | undefined {
  const url = webAddress(entry.url) ?? webAddress(entry.enclosures[0]?.url) ?? webAddress(feed.url) ?? blog.site
  const body = entry.html ?? entry.summary
  const reading = body === undefined ? { text: '', words: 0, links: [] } : readText(body, url, 2000)
  const shown = blog.show === 'link' ? '' : excerptOf(withoutTail(reading.text))
  const title = plainText(entry.title, 300) || (shown === '' ? '' : titleFrom(shown))
  if (title === '' && reading.text === '') return undefined
  const date = dateOf(entry, now)
  return {
    blog: blog.id,
    url,
    ...optional('guid', entry.id === undefined ? undefined : plain(entry.id).slice(0, 1000) || undefined),
    title,
    authors: [...new Set(entry.authors.map(plain))].filter((author) => author !== '').slice(0, 10),
    ...date,
    ...optional(
      'updated',
      entry.updated !== undefined && entry.updated > date.published && entry.updated <= now ? entry.updated : undefined,
    ),
    language: languageTag(entry.language) ?? blog.language,
    tags: [...new Set(entry.tags.map((tag) => plainText(tag as UntrustedHtml, 100)))].filter((tag) => tag !== '').slice(0, 30),
    enclosures:
      blog.show === 'link'
        ? []
        : entry.enclosures.filter((file) => webAddress(file.url) !== undefined && !file.type?.startsWith('image/')).slice(0, 5),
    ...optional('commentsUrl', webAddress(entry.commentsUrl)),
    ...optional('comments', entry.comments),
    excerpt: shown,
    words: reading.words,
    ...optional('licence', licenceOf(entry.licence ?? feed.licence)),
    links: reading.links.slice(0, 50),
    sha256: hash('sha256', `${entry.title ?? ''}\n${body ?? ''}`),
    ...optional('html', blog.show === 'full' && body !== undefined ? sanitise(body, url) : undefined),
  }
}

/** The value under its name, or nothing at all: absent fields are not written. */
function optional<K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { [P in K]?: V })
}

function webAddress(address: string | undefined): string | undefined {
  const url = address === undefined || address.length > 2000 ? null : URL.parse(address)
  if (url === null) return undefined
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  if (url.username !== '' || url.password !== '') {
    url.username = ''
    url.password = ''
  }
  return url.href
}

function dateOf(entry: Entry, now: string): { published: string; dateGuessed?: true } {
  const given = entry.published ?? entry.updated
  return given === undefined || given < FIRST_DATE ? { published: now, dateGuessed: true } : { published: given }
}

function languageTag(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).baseName
  } catch {
    return undefined
  }
}

function licenceOf(licence: string | undefined): string | undefined {
  return licence === undefined ? undefined : plain(licence).slice(0, 300) || undefined
}

function titleFrom(text: string): string {
  if (text.length <= 80) return text
  const cut = text.slice(0, 80)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))}…`.toWellFormed()
}
