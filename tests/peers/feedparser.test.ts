import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Written, writeFeeds } from '../feeds/shipped.ts'
import { run } from './run.ts'

type Entry = { id: string; link: string; title: string; published: string; author: string; tags: string[]; source: string }
type Reading = { bozo: string; version: string; title: string; link: string; entries: Entry[] }

let written: Written
let rss: Reading[]
let atom: Reading[]
beforeAll(async () => {
  written = await writeFeeds()
  rss = await readAll('rss.xml')
  atom = await readAll('atom.xml')
})
afterAll(() => rm(written.folder, { recursive: true }))

/** What feedparser reads in the feed of that name in every scope. */
async function readAll(name: string): Promise<Reading[]> {
  const paths = written.scopes.map(({ path }) => join(written.folder, path, name))
  const printed = await run('/usr/bin/python3', [join(import.meta.dirname, 'read_feeds.py')], paths.join('\n'))
  return printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test.each(['rss20', 'atom10'])('Python’s feedparser reads every feed in %s without a complaint', (version) => {
  const readings = version === 'rss20' ? rss : atom
  expect(readings.map(({ bozo }) => bozo)).toEqual(written.scopes.map(() => ''))
  expect(new Set(readings.map((reading) => reading.version))).toEqual(new Set([version]))
  expect(readings.map(({ title, link }) => ({ title, link }))).toEqual(
    written.scopes.map(({ title, page }) => ({ title, link: page })),
  )
})

test.each(['rss20', 'atom10'])('Python’s feedparser finds in every feed in %s the posts that stand in it', (version) => {
  const readings = version === 'rss20' ? rss : atom
  const found = readings.map(({ entries }) =>
    entries.map(({ id, link, title, published, source }) => ({ id, link, title, published, source })),
  )
  expect(found.flat().length).toBeGreaterThan(40)
  expect(found).toEqual(
    written.scopes.map(({ items }) =>
      items.map(({ id, url, title, published, source }) => ({
        id,
        link: url,
        title,
        published: published.replace(/\.\d{3}Z$/, 'Z'),
        source: source.title,
      })),
    ),
  )
})

test('Python’s feedparser reads the same authors and topics in RSS and in Atom', () => {
  const tags = (readings: Reading[]) => readings.map(({ entries }) => entries.map((entry) => entry.tags))
  expect(tags(rss)).toEqual(tags(atom))
  for (const [index, { entries }] of rss.entries()) {
    for (const [at, entry] of entries.entries()) {
      const authors = written.scopes[index]?.items[at]?.authors
      expect(authors).toContain(entry.author)
      expect(authors).toContain(atom[index]?.entries[at]?.author)
    }
  }
})
