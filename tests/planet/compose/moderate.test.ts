import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedScopes } from '../../../src/feeds/scope.ts'
import { loadDictionaries } from '../../../src/i18n/index.ts'
import { openInterface } from '../../../src/i18n/interface.ts'
import type { Post } from '../../../src/planet/archive/post.ts'
import { openArchive } from '../../../src/planet/archive/store.ts'
import { moderated } from '../../../src/planet/compose/moderate.ts'
import type { Planet } from '../../../src/planet/compose/planet.ts'
import type { Moderation } from '../../../src/planet/config/moderation.ts'
import { openPlanet } from '../../../src/planet/open.ts'
import { placeOf } from '../../../src/planet/place.ts'
import { searchRecords } from '../../../src/search/records.ts'

const root = join(import.meta.dirname, '../../..')
const nothing: Moderation = { hide: [], pause: [], release: [], refuse: [] }
const hide = (...posts: string[]): Moderation => ({
  ...nothing,
  hide: posts.map((post) => ({ post, date: '2026-11-20', reason: 'other' })),
})
const pause = (blog: string): Moderation => ({ ...nothing, pause: [{ blog, date: '2026-11-20', reason: 'other' }] })

const id = (number: number): string => number.toString(16).padStart(12, '0')

function post(blog: string, number: number, fields: Partial<Post> = {}): Post {
  return {
    id: id(number),
    blog,
    url: `https://${blog}.school.cat/${number}/`,
    aliases: [],
    title: `Title ${number}`,
    authors: [],
    published: '2026-11-19T10:00:00.000Z',
    firstSeen: '2026-11-19T12:00:00.000Z',
    shelf: '2026-11/1',
    language: 'ca',
    tags: ['hort', 'mates'],
    enclosures: [],
    excerpt: `Excerpt ${number}.`,
    words: 1,
    links: [],
    sha256: '',
    ...fields,
  }
}

describe('what may be shown of what is kept', () => {
  const shown = (posts: Post[], moderation: Moderation): string[] =>
    [
      ...moderated(
        new Map(Object.entries(Object.groupBy(posts, ({ blog }) => blog)).map(([blog, own = []]) => [blog, { posts: own }])),
        moderation,
      ),
    ]
      .flatMap(([, { posts: left }]) => left.map(({ title }) => title))
      .sort()

  test('is all of it where nothing was decided', () => {
    expect(shown([post('a', 1), post('b', 2)], nothing)).toEqual(['Title 1', 'Title 2'])
  })

  test('is not the hidden post', () => {
    expect(shown([post('a', 1), post('a', 2)], hide(id(1)))).toEqual(['Title 2'])
  })

  test('is not the hidden post in another blog that carries it, even where its own blog is paused', () => {
    const both = [post('a', 1), post('b', 2, { url: 'http://www.a.school.cat/1' }), post('b', 3)]
    expect(shown(both, hide(id(1)))).toEqual(['Title 3'])
    expect(shown(both, { ...hide(id(1)), pause: pause('a').pause })).toEqual(['Title 3'])
  })

  test('is every other post that shares the address of a hidden one in the same blog', () => {
    const home = { url: 'https://a.school.cat/' }
    expect(shown([post('a', 1, home), post('a', 2, home)], hide(id(1)))).toEqual(['Title 2'])
  })

  test('is nothing of a paused blog, and a card it shared stays with the other', () => {
    expect(shown([post('a', 1), post('b', 2, { url: 'https://a.school.cat/1/' }), post('a', 3)], pause('a'))).toEqual(['Title 2'])
  })
})

describe('a planet whose maintainers hid a post and paused a blog', () => {
  let folder: string
  let planet: Planet
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'staffroom-moderation-'))
    await mkdir(join(folder, 'content'))
    await writeFile(join(folder, 'content/topics.yaml'), await readFile(join(root, 'content/topics.yaml')))
    await writeFile(
      join(folder, 'content/moderation.yaml'),
      `hide: [{post: ${id(1)}, date: 2026-11-20, reason: personal-data}]\npause: [{blog: pausat, date: 2026-11-20, reason: spam}]\n`,
    )
    const blogs = ['mates', 'pausat', 'reposa'].map(
      (blog) =>
        `  - {id: ${blog}, title: ${blog}, site: "https://${blog}.school.cat/", feed: "https://${blog}.school.cat/feed", kind: teacher, language: ca, consent: {by: owner, date: 2026-11-20, how: test}, status: ${blog === 'reposa' ? 'paused' : 'active'}}`,
    )
    await writeFile(
      join(folder, 'feeds.yaml'),
      `planet: {title: T, contact: "mailto:us@school.cat"}\nblogs:\n${blogs.join('\n')}\n`,
    )
    const archive = openArchive(join(folder, 'archive'))
    await archive.save('mates', { posts: [post('mates', 1), post('mates', 2)] })
    await archive.save('pausat', { posts: [post('pausat', 3)] })
    await archive.save('reposa', { posts: [post('reposa', 4)] })
    planet = await openPlanet(placeOf(root, { planet: folder, now: '2026-11-21T08:00:00.000Z' }))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const gone = /Title [13]|Excerpt [13]/

  test('shows the others alone, on the front, in lists and on shelves', () => {
    const { posts, front, topics, tags, languages, months } = planet
    expect(posts.map(({ title }) => title).sort()).toEqual(['Title 2', 'Title 4'])
    expect(JSON.stringify({ front, topics, tags, languages, months })).not.toMatch(gone)
  })

  test('says of the blog since when it is paused, and shows no post of it', () => {
    expect(planet.members.find(({ id }) => id === 'pausat')).toMatchObject({
      condition: 'paused',
      withdrawn: { since: '2026-11-20', reason: 'spam' },
      posts: [],
    })
  })

  test('leaves a blog that paused by itself its posts', () => {
    const resting = planet.members.find(({ id }) => id === 'reposa')
    expect(resting).toMatchObject({ condition: 'paused', posts: [{ title: 'Title 4' }] })
    expect(resting).not.toHaveProperty('withdrawn')
  })

  test('tells nothing of them in feeds, in the list of blogs and to the search', async () => {
    const dictionaries = await loadDictionaries(join(root, 'src/i18n'))
    const scopes = feedScopes(planet, openInterface(dictionaries, 'en', 'UTC', planet.now), 'https://planet.test/')
    expect(JSON.stringify(scopes.map(({ items }) => items))).not.toMatch(gone)
    expect(scopes[0]?.blogs.map(({ blog }) => blog.id)).toEqual(['mates'])
    expect(JSON.stringify(searchRecords(planet))).not.toMatch(gone)
  })
})
