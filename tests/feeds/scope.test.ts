import { expect, test } from 'vitest'
import { FEED_ENTRIES, type FeedScope, feedScopes } from '../../src/feeds/scope.ts'
import { samplePlanet, samplePost, speakFor } from './planet.ts'

const SITE = 'https://planet.example/tea'

function scopesOf(planet = samplePlanet(), site = SITE): Map<string, FeedScope> {
  return new Map(feedScopes(planet, speakFor(planet), site).map((scope) => [scope.path, scope]))
}

test('there is a feed of everything, of each topic, language and blog, and of what may be reused', () => {
  expect([...scopesOf().keys()].toSorted()).toEqual([
    '',
    'blogs/aula-204',
    'blogs/mates-al-pati',
    'blogs/number-line',
    'blogs/resting',
    'languages/ca',
    'languages/en',
    'languages/es',
    'open',
    'topics/mathematics',
    'topics/podcast-radio',
    'topics/primary',
  ])
})

test('a topic at a level has its feeds, from three posts on; narrower lists have none', () => {
  const posts = ['a', 'b', 'c', 'd'].map((digit) =>
    samplePost({ id: `00000000000${digit}`, tags: ['mathematics', 'lesson plan'] }),
  )
  const scopes = scopesOf(samplePlanet(posts))
  expect(scopes.get('topics/mathematics/primary')).toMatchObject({
    title: 'Mathematics · Primary education · Tea & Chalk',
    page: 'https://planet.example/tea/topics/mathematics/primary/',
  })
  expect(scopes.get('topics/mathematics/primary')?.items).toHaveLength(4)
  expect([...scopes.keys()].filter((path) => path.includes('lesson-plan'))).toEqual(['topics/lesson-plan'])
})

test('a scope says what it covers in the default language of the planet', () => {
  const scopes = scopesOf()
  expect(scopes.get('')).toMatchObject({ title: 'Tea & Chalk', description: 'Blogs of a few teachers.', language: 'en' })
  expect(scopes.get('topics/mathematics')?.title).toBe('Mathematics · Tea & Chalk')
  expect(scopes.get('languages/ca')?.title).toBe('Catalan · Tea & Chalk')
  expect(scopes.get('blogs/aula-204')?.title).toBe('Aula 204 · Tea & Chalk')
  const descriptions = [...scopes.values()].map(({ description }) => description)
  expect(new Set(descriptions).size).toBe(descriptions.length)
})

test('addresses keep the base path of the site', () => {
  expect(scopesOf().get('topics/mathematics')).toMatchObject({
    page: 'https://planet.example/tea/topics/mathematics/',
    rss: 'https://planet.example/tea/topics/mathematics/rss.xml',
    atom: 'https://planet.example/tea/topics/mathematics/atom.xml',
    json: 'https://planet.example/tea/topics/mathematics/feed.json',
  })
})

test('a feed holds the newest fifty', () => {
  const many = Array.from({ length: 60 }, (_, index) =>
    samplePost({
      id: index.toString(16).padStart(12, '0'),
      published: `2026-10-01T08:${String(index).padStart(2, '0')}:00.000Z`,
    }),
  )
  const all = scopesOf(samplePlanet(many)).get('')
  expect(all?.items).toHaveLength(FEED_ENTRIES)
  expect(all?.items[0]?.published).toBe('2026-10-01T08:59:00.000Z')
})

test('a first import without dates comes after all that has one, save in the feed of its blog', () => {
  const now = '2026-11-21T07:00:00.000Z'
  const undated = Array.from({ length: 60 }, (_, index) =>
    samplePost({
      id: (0xf00 + index).toString(16).padStart(12, '0'),
      blog: 'mates-al-pati',
      published: now,
      firstSeen: now,
      dateGuessed: true,
    }),
  )
  const scopes = scopesOf(samplePlanet([...undated, samplePost({ id: '00000000000a' }), samplePost({ id: '00000000000b' })]))
  expect(
    scopes
      .get('')
      ?.items.map(({ source }) => source.title)
      .slice(0, 3),
  ).toEqual(['The Number Line', 'The Number Line', 'Mates al pati'])
  expect(scopes.get('')?.items).toHaveLength(FEED_ENTRIES)
  expect(scopes.get('blogs/mates-al-pati')?.items).toHaveLength(FEED_ENTRIES)
})

test('a feed was updated when its newest item was, and a feed without items never', () => {
  const scopes = scopesOf()
  expect(scopes.get('')?.updated).toBe('2026-11-20T19:00:00.000Z')
  expect(scopes.get('blogs/resting')?.updated).toBe('1970-01-01T00:00:00.000Z')
})

test('no id changes when the site moves', () => {
  const ids = (site: string) =>
    [...scopesOf(samplePlanet(), site).values()].map(({ id, items }) => [id, ...items.map((item) => item.id)])
  expect(ids('https://elsewhere.example/')).toEqual(ids(SITE))
})

test('every feed has an id of its own, in the form of a UUID', () => {
  const ids = [...scopesOf().values()].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('of a class blog a feed tells title and link, and no name or word of a pupil', () => {
  const [item] = scopesOf().get('blogs/aula-204')?.items ?? []
  expect(item).toMatchObject({
    title: 'Nuestra radio',
    text: '',
    authors: ['Aula 204'],
    url: 'https://aula-204.example/posts/00000000000c/',
  })
  expect(item?.categories.map(({ term }) => term)).toEqual(['podcast-radio'])
  expect(item?.html).toBeUndefined()
})

test('what the archive kept before a blog chose to be a link is not told', () => {
  const planet = samplePlanet()
  const member = planet.members.find(({ id }) => id === 'mates-al-pati')
  const members = planet.members.map((other) =>
    other === member ? { ...other, blog: { ...other.blog, show: 'link' as const } } : other,
  )
  const [item] = scopesOf({ ...planet, members }).get('languages/ca')?.items ?? []
  expect(item).toMatchObject({ title: 'El pati és una quadrícula', text: '' })
  expect(item?.html).toBeUndefined()
})

test('the author is whom the post names, else the name the blogger chose, else the blog', () => {
  const authors = [...(scopesOf().get('')?.items ?? [])].map((item) => item.authors)
  expect(authors).toEqual([['Ms Tangent', 'Mr Sine'], ['Núria P.'], ['Aula 204']])
})

test('topics are named in the language of the post', () => {
  const [item] = scopesOf().get('languages/ca')?.items ?? []
  expect(item?.categories).toEqual([{ term: 'mathematics', label: 'Matemàtiques' }])
})

test('a post without a title and a text is called by its blog', () => {
  const [item] = scopesOf(samplePlanet([samplePost({ id: '00000000000d', title: '', excerpt: '' })])).get('')?.items ?? []
  expect(item?.title).toBe('The Number Line')
})
