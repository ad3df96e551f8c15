import { expect, test } from 'vitest'
import { EXCERPT_CHARACTERS } from '../../src/planet/html/excerpt.ts'
import { type SearchRecord, searchRecords } from '../../src/search/records.ts'
import { samplePlanet, samplePost } from '../feeds/planet.ts'

const recordOf = (blog: string, records = searchRecords(samplePlanet())): SearchRecord => {
  const found = records.find(({ meta }) => meta.href.includes(blog))
  if (found === undefined) throw new Error(`there is no record of ${blog}`)
  return found
}

test('a post is one record, at its permalink', () => {
  expect(searchRecords(samplePlanet()).map(({ url }) => url)).toEqual([
    '/archive/2026-11/1/#p-00000000000a',
    '/archive/2026-11/1/#p-00000000000b',
    '/archive/2026-11/1/#p-00000000000c',
  ])
})

test('a result has all that its card needs', () => {
  expect(recordOf('number-line').meta).toEqual({
    title: 'Half of a half & other pizza',
    href: 'https://number-line.example/posts/00000000000a/',
    blog: 'The Number Line',
    author: 'Ms Tangent, Mr Sine',
    date: '2026-11-20T07:30:00.000Z',
    excerpt: 'We cut 3 < 4 pizzas & nobody agreed.',
    lang: 'en',
  })
})

test('a post is found by its words, tags, authors and blog', () => {
  const { content } = recordOf('number-line')
  for (const word of ['Half of a half', 'nobody agreed', 'pizza day', 'Mr Sine', 'The Number Line'])
    expect(content).toContain(word)
})

test('a post is found by every word its language has for a topic its tags name', () => {
  expect(recordOf('mates-al-pati').content).toContain('Matemàtiques')
  expect(recordOf('mates-al-pati').content).toContain('àlgebra')
})

test('what a blog says of itself finds its posts by name only', () => {
  const records = searchRecords(samplePlanet([samplePost({ id: '00000000000d', tags: [] })]))
  expect(records[0]?.content).toContain('Mathematics')
  expect(records[0]?.content).not.toContain('algebra')
})

test('a topic is found by its name in the languages of the interface', () => {
  expect(recordOf('aula-204').content).toContain('Podcast and radio')
  expect(recordOf('aula-204').content).toContain('Pòdcast i ràdio')
})

test('posts can be narrowed by topic, level, language and year', () => {
  expect(recordOf('number-line').filters).toEqual({
    topic: ['mathematics'],
    level: ['primary'],
    language: ['en'],
    year: ['2026'],
  })
})

test('variants of a language are searched together', () => {
  const [record] = searchRecords(samplePlanet([samplePost({ id: '00000000000d', language: 'en-GB' })]))
  expect(record).toMatchObject({ language: 'en', filters: { language: ['en'] }, meta: { lang: 'en-GB' } })
})

test('of a class blog nothing is searched but title, topics and the name of the blog', () => {
  const { content, meta } = recordOf('aula-204')
  expect(content.split('\n')[0]).toBe('Nuestra radio')
  expect(content).not.toContain('Hola a todos')
  expect(content).not.toContain('Un alumno')
  expect(meta).toMatchObject({ excerpt: '', author: 'Aula 204' })
})

test('the full text is not searched, even of a blog that gives it', () => {
  expect(JSON.stringify(recordOf('mates-al-pati'))).not.toContain('Fitxa')
})

test('no text is longer than an excerpt may be', () => {
  for (const { meta } of searchRecords(samplePlanet())) expect([...meta.excerpt].length).toBeLessThanOrEqual(EXCERPT_CHARACTERS)
})

test('no string holds half a character or a control character', () => {
  const odd = 'a \ud83d b \ude00 c \u0000 d \u202e'
  const records = searchRecords(
    samplePlanet([samplePost({ id: '00000000000d', title: odd, excerpt: odd, authors: [odd], tags: [odd] })]),
  )
  const strings = records.flatMap(({ content, meta }) => [content, ...Object.values(meta)])
  for (const text of strings) {
    expect(text.isWellFormed()).toBe(true)
    expect(text).not.toMatch(/[\u0000\u202e]/)
  }
})
