import { expect, test } from 'vitest'
import { EXCERPT_CHARACTERS } from '../../src/planet/html/excerpt.ts'
import { type SearchRecord, searchRecords } from '../../src/search/records.ts'
import { indexed } from '../../src/search/words.ts'
import { samplePlanet, samplePost } from '../feeds/planet.ts'

const recordOf = (blog: string, records = searchRecords(samplePlanet())): SearchRecord => {
  const found = records.find(({ result }) => result.href.includes(blog))
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
  expect(recordOf('number-line').result).toEqual({
    url: '/archive/2026-11/1/#p-00000000000a',
    title: 'Half of a half & other pizza',
    href: 'https://number-line.example/posts/00000000000a/',
    blog: ['number-line', 'The Number Line'],
    author: 'Ms Tangent, Mr Sine',
    date: '2026-11-20',
    excerpt: 'We cut 3 < 4 pizzas & nobody agreed.',
    lang: 'en',
  })
})

test('a result tells the day by the clock of the planet', () => {
  const [record] = searchRecords(samplePlanet([samplePost({ id: '00000000000d', published: '2026-11-19T23:30:00.000Z' })]))
  expect(record?.result.date).toBe('2026-11-20')
})

test('a post without a title has its beginning for one, once', () => {
  const [record] = searchRecords(samplePlanet([samplePost({ id: '00000000000d', title: '', excerpt: 'Rain all day.' })]))
  expect(record?.result).toMatchObject({ title: 'Rain all day.' })
  expect(record?.result).not.toHaveProperty('excerpt')
})

test('a post that is written from right to left says so', () => {
  const [record] = searchRecords(samplePlanet([samplePost({ id: '00000000000d', language: 'ar', title: 'حصة العلوم' })]))
  expect(record?.result).toMatchObject({ lang: 'ar', dir: 'rtl', title: 'حصة العلوم' })
  expect(record?.content).toContain(indexed('حصة العلوم'))
})

test('a post is found by its words, tags, authors and blog', () => {
  const { content } = recordOf('number-line')
  for (const word of ['Half of a half', 'nobody agreed', 'pizza day', 'Mr Sine', 'The Number Line'])
    expect(content).toContain(indexed(word))
})

test('a post is found by every word its language has for a topic its tags name', () => {
  expect(recordOf('mates-al-pati').content).toContain(indexed('Matemàtiques'))
  expect(recordOf('mates-al-pati').content).toContain(indexed('àlgebra'))
})

test('what a blog says of itself finds its posts by name only', () => {
  const records = searchRecords(samplePlanet([samplePost({ id: '00000000000d', tags: [] })]))
  expect(records[0]?.content).toContain(indexed('Mathematics'))
  expect(records[0]?.content).not.toContain(indexed('algebra'))
})

test('a topic is found by its name in the languages of the interface', () => {
  expect(recordOf('aula-204').content).toContain(indexed('Podcast and radio'))
  expect(recordOf('aula-204').content).toContain(indexed('Pòdcast i ràdio'))
})

test('posts can be narrowed by topic, level, year and licence', () => {
  expect(recordOf('number-line').filters).toEqual({
    topic: ['mathematics'],
    level: ['primary'],
    year: ['2026'],
    open: [],
  })
  expect(recordOf('mates-al-pati').filters.open).toEqual(['yes'])
})

test('variants of a language are searched together', () => {
  const [record] = searchRecords(samplePlanet([samplePost({ id: '00000000000d', language: 'en-GB' })]))
  expect(record).toMatchObject({ language: 'en', result: { lang: 'en-GB' } })
})

test('of a class blog nothing is searched but title, topics and the name of the blog', () => {
  const { content, result } = recordOf('aula-204')
  expect(content.startsWith(indexed('Nuestra radio'))).toBe(true)
  expect(content).not.toContain(indexed('Hola a todos'))
  expect(content).not.toContain(indexed('Un alumno'))
  expect(result).toEqual({
    url: expect.any(String),
    title: 'Nuestra radio',
    href: expect.any(String),
    blog: ['aula-204', 'Aula 204'],
    date: '2026-11-18',
    lang: 'es',
  })
})

test('the full text is not searched, even of a blog that gives it', () => {
  expect(JSON.stringify(recordOf('mates-al-pati'))).not.toContain('Fitxa')
})

test('no text is longer than an excerpt may be', () => {
  for (const { result } of searchRecords(samplePlanet()))
    expect([...(result.excerpt ?? '')].length).toBeLessThanOrEqual(EXCERPT_CHARACTERS)
})

test('no string holds half a character or a control character', () => {
  const odd = 'a \ud83d b \ude00 c \u0000 d \u202e'
  const records = searchRecords(
    samplePlanet([samplePost({ id: '00000000000d', title: odd, excerpt: odd, authors: [odd], tags: [odd] })]),
  )
  const strings = records.flatMap(({ content, meta, result }) => [content, meta.title, ...Object.values(result).flat()])
  for (const text of strings) {
    expect(text.isWellFormed()).toBe(true)
    expect(text).not.toMatch(/[\u0000\u202e]/)
  }
})
