import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Post } from '../../src/planet/archive/post.ts'
import { openArchive } from '../../src/planet/archive/store.ts'
import { readFeed } from '../../src/planet/parse/read.ts'
import { run } from '../scripts/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'staffroom-export-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const post = (number: number, fields: Partial<Post> = {}): Post => ({
  id: number.toString(16).padStart(12, '0'),
  blog: 'mates',
  url: `https://mates.school.cat/${number}/`,
  aliases: [`alias-${number}`],
  title: `Post & ${number}`,
  authors: ['Núria P.'],
  published: new Date(Date.UTC(2026, 0, 1 + number)).toISOString(),
  firstSeen: '2026-11-19T12:00:00.000Z',
  shelf: '2026-11/1',
  language: 'ca',
  tags: ['hort'],
  enclosures: [],
  excerpt: `Text ${number}.`,
  words: 2,
  links: [],
  sha256: `hash-${number}`,
  ...fields,
})

const posts = Array.from({ length: 120 }, (_, index) => post(index + 1))
const hidden = post(1).id
const future = post(999, { published: '2030-01-01T00:00:00.000Z', title: 'Not yet' })
const out = join(folder, 'out')

beforeAll(async () => {
  mkdirSync(join(folder, 'content'))
  writeFileSync(join(folder, 'content/topics.yaml'), readFileSync(join(import.meta.dirname, '../../content/topics.yaml')))
  writeFileSync(join(folder, 'content/moderation.yaml'), `hide: [{post: "${hidden}", date: 2026-11-20, reason: other}]\n`)
  writeFileSync(
    join(folder, 'feeds.yaml'),
    `planet: {title: Ours, contact: "mailto:us@school.cat"}
blogs: [{id: mates, title: Mates, site: "https://mates.school.cat/", feed: "https://mates.school.cat/feed/", kind: teacher, language: ca, status: left, consent: {by: owner, date: 2026-11-02, how: mail}}]
`,
  )
  await openArchive(join(folder, 'archive')).save('mates', { posts: [...posts, future] })
})

describe("a member's own record", () => {
  let said: string
  beforeAll(async () => {
    const { code, err, out: printed } = await run('export', ['--planet', folder, '--now', '2026-11-21', '--out', out, 'mates'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    said = printed
  })

  test('is two files, which the command names', () => {
    expect(readdirSync(out).sort()).toEqual(['mates.json', 'mates.xml'])
    expect(said).toBe(`121 posts of Mates:\n${join(out, 'mates.json')}\n${join(out, 'mates.xml')}\n`)
  })

  test('holds as JSON all that is kept, as it is kept, and what feeds.yaml says', () => {
    const record = JSON.parse(readFileSync(join(out, 'mates.json'), 'utf8'))
    expect(record).toMatchObject({
      exported: '2026-11-21T00:00:00.000Z',
      planet: { title: 'Ours' },
      blog: { id: 'mates', status: 'left' },
    })
    expect(record.posts).toEqual([...posts, future])
  })

  test('is as RSS a feed of the blog with every post, the hidden and the coming ones too', async () => {
    const read = await readFeed(readFileSync(join(out, 'mates.xml')), { url: 'file:///mates.xml' })
    if (!read.ok) throw new Error(read.detail)
    expect(read.feed).toMatchObject({ title: 'Mates', url: 'https://mates.school.cat/' })
    expect(read.feed.entries).toHaveLength(121)
    expect(read.feed.entries[0]).toMatchObject({ title: 'Not yet', authors: ['Núria P.'] })
    expect(read.feed.entries.at(-1)).toMatchObject({ url: 'https://mates.school.cat/1/', tags: ['hort'] })
  })
})

test('what is held is in the JSON, apart from what is kept, and not in the RSS', async () => {
  const archive = openArchive(join(folder, 'archive'))
  const waits = post(500, { title: 'Is it hers?', shelf: '0000-00/0' })
  await archive.save('mates', { held: [waits] })
  const { out: said } = await run('export', ['--planet', folder, '--now', '2026-11-21', '--out', join(folder, 'held'), 'mates'])
  await archive.save('mates', { held: [] })
  const [json, rss] = ['json', 'xml'].map((ending) => readFileSync(join(folder, 'held', `mates.${ending}`), 'utf8'))
  const record = JSON.parse(json ?? '')
  expect(record.held).toEqual([waits])
  expect(record.posts).toEqual([...posts, future])
  expect(rss).not.toContain('Is it hers?')
  expect(said).toContain("wait for a maintainer's word: 1,")
})

test('a blog that is not there is named', async () => {
  const { code, err } = await run('export', ['--planet', folder, '--out', out, 'nobody'])
  expect({ code, err }).toEqual({
    code: 2,
    err: 'export: There is no blog "nobody" in feeds.yaml. Write the id of one blog behind it.\n',
  })
})
