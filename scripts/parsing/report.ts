import { plainText, readText } from '../../src/planet/html/text.ts'
import type { Entry, Feed, ParseResult } from '../../src/planet/parse/feed.ts'
import { failureSentence } from '../sentences.ts'

/** What was read, or the code of why there is nothing: a parser's or, for an address, a fetcher's. */
export type Reading = ParseResult | { ok: false; code: string; detail: string; feeds?: string[] }

/** More entries than these are counted, not shown. */
const SHOWN = 20
const EXCERPT = 100

/** What the planet reads in a feed, in lines for a person; or why it reads nothing, and the way out. */
export function reportOf(name: string, result: Reading): string {
  if (result.ok) return feedReport(name, result.feed)
  const lines = [name, `  cannot be read: ${failureSentence(result.code, result.detail)}`]
  if (result.feeds) lines.push('  The page names these feeds:', ...result.feeds.map((url) => `    ${url}`))
  return lines.join('\n')
}

function feedReport(name: string, feed: Feed): string {
  const rest = feed.entries.length - SHOWN
  return [
    plainText(feed.title) || '(no title)',
    ...table({
      feed: name,
      site: feed.url,
      about: plainText(feed.description, EXCERPT),
      language: feed.language,
      licence: feed.licence,
      'to be read': wishOf(feed),
      entries: String(feed.entries.length),
    }),
    ...feed.entries.slice(0, SHOWN).map(entryReport),
    ...(rest > 0 ? ['', `  … and ${rest} more (--json shows all)`] : []),
  ].join('\n')
}

function entryReport(entry: Entry): string {
  const day = (entry.published ?? entry.updated)?.slice(0, 16).replace('T', ' ') ?? 'no date'
  const body = entry.html ?? entry.summary
  return [
    '',
    `  ${day}  ${plainText(entry.title) || '(no title)'}`,
    ...table(
      {
        address: entry.url,
        by: entry.authors.join(', '),
        tags: entry.tags.join(', '),
        language: entry.language,
        licence: entry.licence,
        files: entry.enclosures.map(({ url }) => url).join(' '),
        comments: entry.comments?.toString(),
        text: body === undefined ? '' : readText(body, entry.url ?? 'about:blank', EXCERPT).text,
      },
      '    ',
    ),
  ].join('\n')
}

function wishOf({ schedule }: Feed): string | undefined {
  if (!schedule) return undefined
  const { everyMinutes, skipHours, skipDays } = schedule
  return [
    everyMinutes === undefined ? '' : `every ${everyMinutes} minutes`,
    skipHours ? `not at ${skipHours.join(', ')} o’clock UTC` : '',
    skipDays ? `not on ${skipDays.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join(', ')
}

const table = (rows: Record<string, string | undefined>, indent = '  '): string[] =>
  Object.entries(rows).flatMap(([name, value]) => (value ? [`${indent}${name.padEnd(10)} ${value}`] : []))
