import { expect, test } from 'vitest'
import { rssOf } from '../../src/feeds/rss.ts'
import { samplePlanet, samplePost } from './planet.ts'
import { rssRead, scopeOf, strictly } from './reading.ts'

test('the channel names the planet, its page, its own address and when it last changed', async () => {
  expect(await rssRead(scopeOf())).toMatchObject({
    title: 'Tea & Chalk',
    description: 'Blogs of a few teachers.',
    link: 'https://planet.example/',
    language: 'en',
    lastBuildDate: 'Fri, 20 Nov 2026 19:00:00 GMT',
    generator: 'Staffroom',
    atom: { links: [{ href: 'https://planet.example/rss.xml', rel: 'self', type: 'application/rss+xml' }] },
  })
})

test('an item leads to the blog, with author, date, topics, source and language', async () => {
  const [item] = (await rssRead(scopeOf())).items ?? []
  expect(item).toMatchObject({
    title: 'Half of a half & other pizza',
    link: 'https://number-line.example/posts/00000000000a/',
    guid: { value: 'urn:uuid:73746166-6672-86f6-8f6d-00000000000a', isPermaLink: false },
    pubDate: 'Fri, 20 Nov 2026 07:30:00 GMT',
    categories: [{ name: 'Mathematics' }, { name: 'pizza day' }],
    source: { title: 'The Number Line', url: 'https://number-line.example/feed.xml?format=rss&full=1' },
    dc: { creators: ['Ms Tangent', 'Mr Sine'], languages: ['en'] },
  })
})

test('the excerpt is text, escaped as the markup it is read as', async () => {
  const [item] = (await rssRead(scopeOf())).items ?? []
  expect(item?.description).toBe('We cut 3 &lt; 4 pizzas &amp; nobody agreed.')
})

test('only a blog that gives its full text is told in full, with its licence', async () => {
  const [excerpt, full] = (await rssRead(scopeOf())).items ?? []
  expect(full?.content?.encoded).toContain('<em>corda</em>')
  expect(full?.creativeCommons?.licenses).toEqual(['https://creativecommons.org/licenses/by-sa/4.0/'])
  expect(excerpt?.content).toBeUndefined()
  expect(excerpt?.creativeCommons).toBeUndefined()
})

test('a blog whose feed lies in the planet is named by the feed that the planet makes of it', async () => {
  const [item] = (await rssRead(scopeOf(samplePlanet(), 'languages/ca'))).items ?? []
  expect(item?.source?.url).toBe('https://planet.example/blogs/mates-al-pati/rss.xml')
})

test('a name that looks like a number stays a name', async () => {
  const planet = samplePlanet([samplePost({ id: '000000000007', authors: ['007'], title: '1e3', tags: ['2026.0'] })])
  const [item] = (await rssRead(scopeOf(planet))).items ?? []
  expect(item).toMatchObject({ title: '1e3', dc: { creators: ['007'] }, categories: [{ name: '2026.0' }] })
})

test('a feed without posts is a feed', async () => {
  const read = await strictly(await rssOf(scopeOf(samplePlanet([]))))
  expect(read).toMatchObject({ title: 'Tea & Chalk', items: [] })
})

test('the same planet gives the same bytes', async () => {
  expect(await rssOf(scopeOf(samplePlanet()))).toBe(await rssOf(scopeOf(samplePlanet())))
})
