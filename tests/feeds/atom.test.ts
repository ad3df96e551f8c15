import { expect, test } from 'vitest'
import { atomOf } from '../../src/feeds/atom.ts'
import { samplePlanet, samplePost } from './planet.ts'
import { atomRead, scopeOf, strictly } from './reading.ts'

test('the feed names the planet, its page, its own address and when it last changed', () => {
  expect(atomRead(scopeOf())).toMatchObject({
    title: { value: 'Tea & Chalk' },
    subtitle: { value: 'Blogs of a few teachers.' },
    updated: '2026-11-20T19:00:00.000Z',
    links: [
      { rel: 'alternate', href: 'https://planet.example/' },
      { rel: 'self', href: 'https://planet.example/atom.xml' },
    ],
    xml: { lang: 'en' },
  })
})

test('an entry leads to the blog, with authors, dates, topics and language', () => {
  const [entry] = atomRead(scopeOf()).entries ?? []
  expect(entry).toMatchObject({
    id: 'urn:uuid:73746166-6672-86f6-8f6d-00000000000a',
    published: '2026-11-20T07:30:00.000Z',
    updated: '2026-11-20T19:00:00.000Z',
    links: [{ href: 'https://number-line.example/posts/00000000000a/' }],
    authors: [{ name: 'Ms Tangent' }, { name: 'Mr Sine' }],
    categories: [{ term: 'mathematics', label: 'Mathematics' }, { term: 'pizza day' }],
    xml: { lang: 'en' },
  })
})

test('an entry names the blog it comes from', () => {
  const [entry] = atomRead(scopeOf()).entries ?? []
  expect(entry?.source).toMatchObject({
    id: 'https://number-line.example/',
    title: { value: 'The Number Line' },
    links: [
      { rel: 'alternate', href: 'https://number-line.example/' },
      { rel: 'self', href: 'https://number-line.example/feed.xml?format=rss&full=1' },
    ],
  })
})

test('only a blog that gives its full text is told in full, with its licence', () => {
  const [excerpt, full] = atomRead(scopeOf()).entries ?? []
  expect(full?.content?.value).toContain('<em>corda</em>')
  expect(full?.rights?.value).toBe('CC-BY-SA-4.0')
  expect(full?.links).toContainEqual({ rel: 'license', href: 'https://creativecommons.org/licenses/by-sa/4.0/' })
  expect(excerpt?.content).toBeUndefined()
  expect(excerpt?.rights).toBeUndefined()
})

test('a text may hold what ends a CDATA section, more than once', async () => {
  const planet = samplePlanet([
    samplePost({ id: '00000000000d', blog: 'mates-al-pati', title: ']]> a ]]> b', html: '<p>]]> one ]]> two</p>' }),
  ])
  const [item] = (await strictly(atomOf(scopeOf(planet)))).items
  expect(item).toMatchObject({ title: ']]&gt; a ]]&gt; b', content: '<p>]]> one ]]> two</p>' })
})

test('a tag may hold what would break an attribute', async () => {
  const planet = samplePlanet([samplePost({ id: '00000000000d', tags: ['<"&\'>'], authors: ['A &amp; B <c>'] })])
  const [entry] = atomRead(scopeOf(planet)).entries ?? []
  await strictly(atomOf(scopeOf(planet)))
  expect(entry?.authors).toEqual([{ name: 'A &amp; B <c>' }])
})

test('a feed without posts is a feed, and was never updated', async () => {
  const document = atomOf(scopeOf(samplePlanet([])))
  expect((await strictly(document)).items).toEqual([])
  expect(document).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
})

test('the same planet gives the same bytes', () => {
  expect(atomOf(scopeOf(samplePlanet()))).toBe(atomOf(scopeOf(samplePlanet())))
})
