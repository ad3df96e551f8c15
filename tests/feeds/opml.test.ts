import { parseOpml } from 'feedsmith'
import { expect, test } from 'vitest'
import { opmlOf } from '../../src/feeds/opml.ts'
import { samplePlanet } from './planet.ts'
import { scopeOf } from './reading.ts'

const outlines = (path = '') => parseOpml(opmlOf(scopeOf(samplePlanet(), path))).body?.outlines ?? []

test('the active blogs are listed with their own feeds, not those that rest', () => {
  expect(outlines().map(({ xmlUrl }) => xmlUrl)).toEqual([
    'https://aula-204.example/rss',
    'https://planet.example/blogs/mates-al-pati/rss.xml',
    'https://number-line.example/feed.xml?format=rss&full=1',
  ])
})

test('a blog is told with title, page, language, description and categories', () => {
  expect(outlines('blogs/number-line')).toEqual([
    expect.objectContaining({
      type: 'rss',
      text: 'The Number Line',
      title: 'The Number Line',
      description: 'Maths & wrong answers.',
      htmlUrl: 'https://number-line.example/',
      language: 'en',
    }),
  ])
  expect(opmlOf(scopeOf())).toContain('category="/mathematics,/primary"')
})

test('a topic and a language list the blogs that write about or in it', () => {
  expect(outlines('topics/mathematics').map(({ text }) => text)).toEqual(['Mates al pati', 'The Number Line'])
  expect(outlines('languages/es').map(({ text }) => text)).toEqual(['Aula 204'])
})
