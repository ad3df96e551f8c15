import { expect, test } from 'vitest'
import { atomOf } from '../../src/feeds/atom.ts'
import { jsonOf } from '../../src/feeds/json.ts'
import { rssOf } from '../../src/feeds/rss.ts'
import { plainText } from '../../src/planet/html/text.ts'
import type { Feed } from '../../src/planet/parse/feed.ts'
import { readFeed } from '../../src/planet/parse/read.ts'
import { samplePlanet, samplePost } from './planet.ts'
import { SITE, scopeOf } from './reading.ts'

const scope = scopeOf(
  samplePlanet([
    samplePost({
      id: '0000000000a1',
      title: '3 < 4, <canvas> & AT&amp;T; «два» 🎈',
      excerpt: 'If x < y & y <b z>, then…',
      authors: ['O’Hara & Sons', 'Zoë <z>'],
      tags: ['C & C++', 'a<b'],
      language: 'en-GB',
      published: '2026-11-03T04:05:06.000Z',
      updated: '2026-11-04T04:05:06.000Z',
    }),
    samplePost({ id: '0000000000a2', blog: 'mates-al-pati', html: '<p>Tot <em>sencer</em> &amp; net</p>' }),
    samplePost({ id: '0000000000a3', blog: 'aula-204', title: 'Radio' }),
  ]),
)

async function read(document: string, name: string): Promise<Feed> {
  const result = await readFeed(new TextEncoder().encode(document), { url: `${SITE}${name}` })
  if (!result.ok) throw new Error(`${name}: ${result.code} ${result.detail}`)
  return result.feed
}

const documents = async (): Promise<[string, string][]> => [
  ['rss.xml', await rssOf(scope)],
  ['atom.xml', atomOf(scope)],
  ['feed.json', jsonOf(scope)],
]

test('another planet that reads our feeds has the same posts', async () => {
  const told = scope.items.map(({ id, url, title, published, authors, language }) => ({
    id,
    url,
    title,
    published,
    authors,
    language,
  }))
  for (const [name, document] of await documents()) {
    const { entries } = await read(document, name)
    const understood = entries.map(({ id, url, title, published = '', authors, language }) => ({
      id,
      url,
      title: plainText(title),
      published: new Date(published).toISOString(),
      authors,
      language,
    }))
    expect(understood, name).toEqual(told)
  }
})

test('another planet that reads our feeds has the same texts, tags and licences', async () => {
  for (const [name, document] of await documents()) {
    const { entries } = await read(document, name)
    const [excerpt, full, link] = entries
    expect(excerpt?.tags, name).toEqual(['C & C++', 'a<b'])
    expect(plainText(excerpt?.summary ?? excerpt?.html), name).toContain('If x < y & y')
    expect(String(full?.html), name).toContain('<em>sencer</em>')
    expect(full?.licence, name).toBe(name === 'feed.json' ? undefined : 'https://creativecommons.org/licenses/by-sa/4.0/')
    expect(plainText(link?.html ?? link?.summary), name).toBe(name === 'feed.json' ? 'Radio' : '')
  }
})
