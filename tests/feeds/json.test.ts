import { expect, test } from 'vitest'
import { jsonOf } from '../../src/feeds/json.ts'
import { samplePlanet } from './planet.ts'
import { jsonRead, scopeOf } from './reading.ts'

test('the feed is of version 1.1 and names the planet, its page and its own address', () => {
  expect(JSON.parse(jsonOf(scopeOf()))).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Tea & Chalk',
    description: 'Blogs of a few teachers.',
    home_page_url: 'https://planet.example/',
    feed_url: 'https://planet.example/feed.json',
    language: 'en',
  })
})

test('an item leads to the blog, with authors, dates, topics, language and source', () => {
  const [item] = JSON.parse(jsonOf(scopeOf())).items
  expect(item).toEqual({
    id: 'urn:uuid:73746166-6672-86f6-8f6d-00000000000a',
    url: 'https://number-line.example/posts/00000000000a/',
    title: 'Half of a half & other pizza',
    content_text: 'We cut 3 < 4 pizzas & nobody agreed.',
    date_published: '2026-11-20T07:30:00.000Z',
    date_modified: '2026-11-20T19:00:00.000Z',
    tags: ['Mathematics', 'pizza day'],
    authors: [{ name: 'Ms Tangent' }, { name: 'Mr Sine' }],
    language: 'en',
    _source: {
      title: 'The Number Line',
      url: 'https://number-line.example/',
      feed_url: 'https://number-line.example/feed.xml?format=rss&full=1',
    },
  })
})

test('only a blog that gives its full text is told in full, with its licence', () => {
  const [, full, link] = JSON.parse(jsonOf(scopeOf())).items
  expect(full.content_html).toContain('<em>corda</em>')
  expect(full).not.toHaveProperty('content_text')
  expect(full._license).toEqual({ id: 'CC-BY-SA-4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' })
  expect(link).toMatchObject({ title: 'Nuestra radio', content_text: 'Nuestra radio' })
})

test('other readers understand it', () => {
  expect(jsonRead(scopeOf()).items).toHaveLength(3)
})

test('a feed without posts is a feed', () => {
  expect(jsonRead(scopeOf(samplePlanet([])))).toMatchObject({ title: 'Tea & Chalk' })
  expect(JSON.parse(jsonOf(scopeOf(samplePlanet([])))).items).toEqual([])
})
