import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Post } from '../../../src/planet/archive/post.ts'
import { directionOf, refOf } from '../../../src/planet/compose/blog-ref.ts'
import { compose } from '../../../src/planet/compose/compose.ts'
import { FRONT_SIZE } from '../../../src/planet/compose/front.ts'
import { spdxOf } from '../../../src/planet/compose/licence.ts'
import { parseFeedsFile } from '../../../src/planet/config/feeds-file.ts'
import { readTopics } from '../../../src/planet/config/topics.ts'

const topics = await readTopics(join(import.meta.dirname, '../../../content/topics.yaml'))
const NOW = '2026-11-20T07:00:00.000Z'

type BlogFields = { id: string; kind?: string; language?: string; fields?: string }

function fileOf(blogs: BlogFields[]) {
  const lines = blogs.map(
    ({ id, kind = 'teacher', language = 'es', fields = '' }) =>
      `  - {id: ${id}, title: Blog ${id}, site: 'https://${id}.example.org/', feed: 'https://${id}.example.org/feed', kind: ${kind}, language: ${language}, consent: {by: owner, date: 2026-11-20, how: test}${fields}}`,
  )
  return parseFeedsFile(
    `planet: {title: T, contact: 'mailto:a@example.org', timezone: Europe/Madrid}\nblogs:\n${lines.join('\n')}\n`,
  )
}

let count = 0
function post(blog: string, fields: Partial<Post> = {}): Post {
  count++
  const id = count.toString(16).padStart(12, '0')
  return {
    id,
    blog,
    url: `https://${blog}.example.org/${id}/`,
    aliases: [],
    title: `Post ${count}`,
    authors: [],
    published: '2026-11-19T10:00:00.000Z',
    firstSeen: '2026-11-19T12:00:00.000Z',
    shelf: '2026-11/1',
    language: 'es',
    tags: [],
    enclosures: [],
    excerpt: 'Text.',
    words: 1,
    links: [],
    sha256: '',
    ...fields,
  }
}

function planetOf(blogs: BlogFields[], posts: Post[], now = NOW) {
  const kept = new Map(blogs.map(({ id }) => [id, { posts: posts.filter(({ blog }) => blog === id) }]))
  return compose({ ...fileOf(blogs), kept, topics, pages: [], now })
}

const day = (n: number): string => new Date(Date.parse(NOW) - n * 86_400_000).toISOString()

describe('topics and tags', () => {
  it('brings one thing written in three languages to one topic, and names the spellings', () => {
    const planet = planetOf(
      [{ id: 'es1' }, { id: 'ru1' }, { id: 'en1' }],
      [
        post('es1', { tags: ['Clase invertida'] }),
        post('ru1', { tags: ['перевернутый класс'], language: 'ru' }),
        post('en1', { tags: ['#FlippedClassroom'], language: 'en' }),
      ],
    )
    const page = planet.topics.find(({ topic }) => topic.id === 'flipped-classroom')
    expect(page?.posts).toHaveLength(3)
    expect(page?.writtenAs.map(({ text }) => text).sort()).toEqual(['#FlippedClassroom', 'Clase invertida', 'перевернутый класс'])
  })

  it("adds the blog's levels and subjects to its posts, marked as such", () => {
    const planet = planetOf(
      [{ id: 'es1', fields: ', levels: [primary], subjects: [mathematics]' }],
      [post('es1', { tags: ['mates'] })],
    )
    expect(planet.posts[0]).toMatchObject({ topics: ['mathematics'], topicsFromBlog: ['primary'] })
    expect(planet.topics.map(({ topic }) => topic.id)).toEqual(['mathematics', 'primary'])
  })

  it('gives a free tag a page when two blogs use it, however they write it', () => {
    const planet = planetOf(
      [{ id: 'es1' }, { id: 'es2' }],
      [
        post('es1', { tags: ['Huerto Escolar X'] }),
        post('es2', { tags: ['#huertoescolarx'] }),
        post('es1', { tags: ['solo mío xyz'] }),
      ],
    )
    expect(planet.tags.map(({ key, posts }) => [key, posts.length])).toEqual([['huertoescolarx', 2]])
    expect(planet.posts.flatMap(({ freeTags }) => freeTags)).toContainEqual({ text: '#huertoescolarx', key: 'huertoescolarx' })
    expect(planet.posts.flatMap(({ freeTags }) => freeTags)).toContainEqual({ text: 'solo mío xyz' })
  })

  it('gives no page to a sentence that two blogs wrote as a tag: no folder could bear its name', () => {
    const tags = ['Ж'.repeat(200)]
    const planet = planetOf([{ id: 'es1' }, { id: 'es2' }], [post('es1', { tags }), post('es2', { tags })])
    expect(planet.tags).toEqual([])
    expect(planet.posts[0]?.freeTags[0]?.key).toBeUndefined()
  })

  it.each([
    ['says nothing in its language', 'Sin categoría'],
    ['says nothing in another', 'Sense categoria'],
    ['names a topic in another', 'DNB'],
    ['is but two letters', 'in'],
    ['is an address', 'http://gdata.example/schemas#video'],
  ])('gives no page to a word that %s', (_why, tag) => {
    const all = [post('es1', { tags: [tag] }), post('es2', { tags: [tag] })]
    expect(topics.resolve(tag, 'es')).toEqual([])
    expect(planetOf([{ id: 'es1' }, { id: 'es2' }], all).tags).toEqual([])
  })
})

describe('what a blog lets us show', () => {
  it('no mail address where a name should be', () => {
    const planet = planetOf([{ id: 'aaa' }], [post('aaa', { authors: ['ana@school.example', 'Ana @ school'] })])
    expect(planet.posts[0]?.authors).toEqual(['Ana @ school'])
  })

  it('holds for what was kept while it allowed more', () => {
    const planet = planetOf(
      [{ id: 'aaa', fields: ', show: link' }],
      [post('aaa', { excerpt: 'kept before', html: '<p>kept before</p>', authors: ['Ana'] })],
    )
    expect(planet.posts[0]).toMatchObject({ excerpt: '', authors: ['Ana'] })
    expect(planet.posts[0]).not.toHaveProperty('html')
  })

  it('is of a class the title alone: nobody is named', () => {
    const planet = planetOf(
      [{ id: 'aaa', kind: 'class' }],
      [post('aaa', { excerpt: 'kept before', authors: ['A pupil'], tags: ['mates', 'a pupil'] })],
    )
    expect(planet.posts[0]).toMatchObject({ excerpt: '', authors: [], freeTags: [], topics: ['mathematics'] })
  })
})

describe('the same post in two member blogs', () => {
  it('is one card, credited to the blog it lives in, and names the other', () => {
    const planet = planetOf(
      [{ id: 'aaa' }, { id: 'bbb' }],
      [post('aaa', { url: 'https://bbb.example.org/x/' }), post('bbb', { url: 'http://www.bbb.example.org/x' })],
    )
    expect(planet.posts).toHaveLength(1)
    expect(planet.posts[0]?.source.id).toBe('bbb')
    expect(planet.posts[0]?.alsoSources.map(({ id }) => id)).toEqual(['aaa'])
    expect(planet.members.map(({ posts }) => posts.length)).toEqual([1, 1])
  })

  it('does not fold two posts of one blog that link to one address', () => {
    const planet = planetOf(
      [{ id: 'aaa' }],
      [post('aaa', { url: 'https://aaa.example.org/' }), post('aaa', { url: 'https://aaa.example.org/' })],
    )
    expect(planet.posts).toHaveLength(2)
  })
})

describe('what is shown', () => {
  it('lets future posts wait, and leaves out blogs that left', () => {
    const blogs = [{ id: 'aaa' }, { id: 'gone', fields: ', status: left' }]
    const planet = planetOf(blogs, [post('aaa', { published: '2026-11-21T00:00:00.000Z' }), post('gone')])
    expect(planet.posts).toEqual([])
    expect(planet.members.map(({ id }) => id)).toEqual(['aaa'])
    expect(
      planetOf(blogs, [post('aaa', { published: '2026-11-21T00:00:00.000Z' })], '2026-11-22T00:00:00.000Z').posts,
    ).toHaveLength(1)
  })

  it('calls a blog quiet after a year, and failing while its feed fails', () => {
    const file = fileOf([{ id: 'old' }, { id: 'bad' }])
    const kept = new Map([
      ['old', { posts: [post('old', { published: day(400) })] }],
      ['bad', { posts: [post('bad')], state: { state: 'failing' as const, since: day(3), code: 'not-found' } }],
    ])
    const { members } = compose({ ...file, kept, topics, pages: [], now: NOW })
    expect(members.map(({ id, condition }) => [id, condition])).toEqual([
      ['bad', 'failing'],
      ['old', 'quiet'],
    ])
  })

  it('lays every post on exactly one shelf, months newest first', () => {
    const planet = planetOf(
      [{ id: 'aaa' }],
      [
        post('aaa', { shelf: '2026-11/2' }),
        post('aaa', { shelf: '2026-11/1' }),
        post('aaa', { shelf: '2025-03/1', published: day(600) }),
      ],
    )
    expect(planet.months.map(({ month, posts, shelves }) => [month, posts, shelves.length])).toEqual([
      ['2026-11', 2, 2],
      ['2025-03', 1, 1],
    ])
    expect(planet.posts[0]?.permalink).toMatch(/^\/archive\/2026-11\/[12]\/#p-[0-9a-f]{12}$/)
  })

  it("takes the entry's licence before the blog's", () => {
    const planet = planetOf(
      [{ id: 'aaa', fields: ', licence: CC-BY-4.0' }],
      [
        post('aaa', { published: day(1) }),
        post('aaa', { published: day(2), licence: 'https://creativecommons.org/licenses/by-nc-sa/4.0/deed.es' }),
        post('aaa', { published: day(3), licence: 'All mine' }),
      ],
    )
    expect(planet.posts.map(({ openLicence }) => openLicence)).toEqual(['CC-BY-4.0', 'CC-BY-NC-SA-4.0', undefined])
  })
})

describe('the front', () => {
  it('holds twenty of the newest, at most two of one blog', () => {
    const blogs = Array.from({ length: 15 }, (_, n) => ({ id: `blog-${n}` }))
    const posts = blogs.flatMap(({ id }) =>
      Array.from({ length: 3 }, (_, n) => post(id, { published: day(n + 1), firstSeen: day(n) })),
    )
    const { front } = planetOf(blogs, posts)
    expect(front).toHaveLength(FRONT_SIZE)
    for (const { id } of blogs) expect(front.filter(({ source }) => source.id === id).length).toBeLessThanOrEqual(2)
  })

  it('shows two of a flood and says how many more there are', () => {
    const blogs = [{ id: 'flood' }, { id: 'calm' }]
    const posts = [
      post('flood', { firstSeen: day(90), published: day(90) }),
      ...Array.from({ length: 9 }, () => post('flood', { firstSeen: day(1), published: day(2) })),
      post('calm', { firstSeen: day(3), published: day(3) }),
    ]
    const { front } = planetOf(blogs, posts)
    expect(front.filter(({ source }) => source.id === 'flood').map(({ more }) => more)).toEqual([undefined, 7])
    expect(front.map(({ source }) => source.id)).toContain('calm')
  })

  it('lets a first import in with its last month only, and fills up with older posts at the end', () => {
    const blogs = [{ id: 'new' }, { id: 'calm' }]
    const imported = Array.from({ length: 50 }, (_, n) => post('new', { firstSeen: day(0), published: day(40 + n) }))
    const { front } = planetOf(blogs, [
      ...imported,
      post('calm', { firstSeen: day(200), published: day(210) }),
      post('calm', { firstSeen: day(100), published: day(100) }),
    ])
    expect(front.map(({ source }) => source.id)).toEqual(['calm', 'new', 'new', 'calm'])
  })

  it('is never empty when there are posts, and never has three of one blog, whatever a month brings', () => {
    const blogs = Array.from({ length: 6 }, (_, n) => ({ id: `blog-${n}` }))
    const arrival = fc.record({ blog: fc.nat(5), published: fc.nat(120), seen: fc.nat(30) })
    fc.assert(
      fc.property(fc.array(arrival, { minLength: 1, maxLength: 60 }), (arrivals) => {
        const { front, posts } = planetOf(
          blogs,
          arrivals.map(({ blog, published, seen }) => post(`blog-${blog}`, { published: day(published), firstSeen: day(seen) })),
        )
        const perBlog = Map.groupBy(front, ({ source }) => source.id)
        expect(front.length).toBe(
          Math.min(
            FRONT_SIZE,
            [...Map.groupBy(posts, ({ source }) => source.id).values()].reduce((sum, own) => sum + Math.min(2, own.length), 0),
          ),
        )
        expect(Math.max(...[...perBlog.values()].map(({ length }) => length))).toBeLessThanOrEqual(2)
        expect(new Set(front.map(({ id }) => id)).size).toBe(front.length)
      }),
      { numRuns: 200 },
    )
  })
})

describe('small facts', () => {
  it.each([
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['pt-BR', 'ltr'],
    ['uz-Arab', 'rtl'],
    ['ar-Latn', 'ltr'],
  ])('%s is written %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction)
  })

  it('makes a monogram of the words that carry weight', () => {
    const blog = fileOf([{ id: 'b1' }]).blogs[0]
    if (blog === undefined) throw new Error('the blog of the fixture is missing')
    const monogram = (title: string): string => refOf({ ...blog, title }).monogram
    expect([monogram('Mates amb Núria'), monogram('La clase de al lado'), monogram('Уроки физики'), monogram('7b')]).toEqual([
      'MN',
      'CL',
      'УФ',
      '7',
    ])
  })

  it('makes one letter do in Arabic script, and passes over the article', () => {
    const [blog] = fileOf([{ id: 'one', language: 'ar' }]).blogs
    if (blog === undefined) throw new Error('no blog')
    expect(refOf({ ...blog, title: 'سبّورة خضراء' }).monogram).toBe('س')
    expect(refOf({ ...blog, title: 'المعلّمة سين' }).monogram).toBe('م')
  })

  it.each([
    ['http://creativecommons.org/licenses/by-sa/3.0/es/', 'CC-BY-SA-3.0'],
    ['CC BY-NC-SA 4.0', 'CC-BY-NC-SA-4.0'],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0-1.0'],
    ['Copyright 2026, all rights reserved', undefined],
  ])('reads the licence %s', (text, id) => {
    expect(spdxOf(text)).toBe(id)
  })
})
