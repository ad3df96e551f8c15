import { compact } from '../compact.ts'
import type { Feed, Source } from '../feed.ts'
import { readLanguage } from '../language.ts'
import { baseOf } from '../links.ts'
import { firstHtml } from './content.ts'
import { readEntry } from './entry.ts'
import { readLicence } from './licence.ts'
import { pageOf, readLinks } from './links.ts'
import { attribute, firstText } from './node.ts'
import type { Raw } from './rss-parser.ts'
import { readSchedule } from './schedule.ts'

/** Makes a feed of what rss-parser found. */
export function readFields({ feed, items }: Raw, source: Source): Feed {
  const base = baseOf(source.url, attribute(feed, 'xml:base'))
  const inherited = readLanguage(attribute(feed, 'xml:lang'))
  return compact({
    title: firstHtml(feed, base, 'title', 'dc:title'),
    url: pageOf(readLinks(feed, base)),
    description: firstHtml(
      feed,
      base,
      'description',
      'subtitle',
      'tagline',
      'info',
      'dc:description',
      'itunes:summary',
      'itunes:subtitle',
    ),
    language: readLanguage(firstText(feed, 'language', 'dc:language')) ?? inherited,
    licence: readLicence(feed, base),
    schedule: readSchedule(feed),
    entries: items.map((item) => readEntry(item, base, inherited)),
  })
}
