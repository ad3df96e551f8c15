import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writePosts } from '../../../src/planet/archive/lines.ts'
import { withLock } from '../../../src/planet/archive/lock.ts'
import type { Post } from '../../../src/planet/archive/post.ts'
import { openArchive } from '../../../src/planet/archive/store.ts'
import { examine } from '../../../src/planet/doctor/examine.ts'
import { mend } from '../../../src/planet/doctor/mend.ts'
import { run } from '../../scripts/run.ts'
import { BLANK } from '../blank-post.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staffroom-doctor-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const post = (number: number, fields: Partial<Post> = {}): Post => ({
  id: number.toString(16).padStart(12, '0'),
  blog: 'mates',
  url: `https://mates.school.cat/${number}/`,
  aliases: [`alias-${number}`],
  title: `Post ${number}`,
  ...BLANK,
  published: new Date(Date.UTC(2026, 0, 1) + number * 3_600_000).toISOString(),
  firstSeen: '2026-11-19T12:00:00.000Z',
  shelf: '2026-01/1',
  language: 'ca',
  ...fields,
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const archive = () => join(folder, 'archive')
const look = () => examine(archive(), new Set(['mates', 'aula']))
/** What is found, in few words. */
const found = () =>
  look().findings.map(({ file, line, what, by }) => `${by} ${file}${line === undefined ? '' : `:${line}`} ${what}`)
const titles = () =>
  openArchive(archive())
    .readPosts('mates')
    .map(({ title }) => title)

/** Mends, and mends again: the second time there is nothing to do. */
async function heal(): Promise<void> {
  await mend(archive(), look().findings)
  expect(look().findings.filter(({ by }) => by === 'doctor')).toEqual([])
}

describe('an archive that is well', () => {
  test('has nothing to be mended, and mending touches nothing', async () => {
    await openArchive(archive()).save('mates', {
      posts: [post(1), post(2)],
      state: { state: 'active', since: 'x' },
      http: '{}\n',
    })
    expect(look()).toEqual({ blogs: 1, posts: 2, findings: [] })
    const before = readFileSync(join(archive(), 'mates/posts.ndjson'), 'utf8')
    await heal()
    expect(readFileSync(join(archive(), 'mates/posts.ndjson'), 'utf8')).toBe(before)
  })

  test('may not be there at all', () => {
    expect(look()).toEqual({ blogs: 0, posts: 0, findings: [] })
  })
})

describe('the doctor finds and mends', () => {
  test('damaged lines: they are set aside, and the rest stays', async () => {
    write('archive/mates/posts.ndjson', `${writePosts([post(1)])}{"id":"half\n${writePosts([post(2)])}`)
    expect(found()).toEqual([expect.stringMatching(/^doctor mates\/posts\.ndjson:2 This is no post \(/)])
    await heal()
    expect(titles()).toEqual(['Post 1', 'Post 2'])
    expect(readFileSync(join(archive(), 'mates/damaged.ndjson'), 'utf8')).toBe('{"id":"half\n')
  })

  test('a post that stands twice: the later state stays', async () => {
    const later = post(1, { title: 'Corrected', updated: '2026-11-20T00:00:00.000Z' })
    write('archive/mates/posts.ndjson', writePosts([later, post(1), post(2)]))
    expect(found()).toEqual(['doctor mates/posts.ndjson The post 000000000001 stands here twice.'])
    await heal()
    expect(titles()).toEqual(['Corrected', 'Post 2'])
  })

  test('posts in the wrong order', async () => {
    write('archive/mates/posts.ndjson', writePosts([post(2), post(1)]))
    expect(found()).toEqual(['doctor mates/posts.ndjson The posts do not stand in the order of their dates.'])
    await heal()
    expect(titles()).toEqual(['Post 1', 'Post 2'])
  })

  test('a key that two posts have: it stays with the one kept first, and both stay', async () => {
    const late = post(1, { aliases: ['shared', 'own'], firstSeen: '2026-11-20T12:00:00.000Z' })
    write('archive/mates/posts.ndjson', writePosts([late, post(2, { aliases: ['shared'] })]))
    expect(found()).toEqual(['doctor mates/posts.ndjson The posts 000000000002 and 000000000001 are known by the same key.'])
    await heal()
    expect(
      openArchive(archive())
        .readPosts('mates')
        .map(({ aliases }) => aliases),
    ).toEqual([['own'], ['shared']])
  })

  test('files that cannot be read, and what a dead run left', async () => {
    write('archive/mates/posts.ndjson', writePosts([post(1)]))
    write('archive/mates/state.json', '{"state":"asleep"}')
    write('archive/mates/http.json', '{"url":')
    write('archive/mates/.posts.ndjson.99.tmp', '{"id"')
    write('archive/version.json', '')
    expect(found()).toEqual([
      'doctor version.json This cannot be read.',
      'doctor mates/.posts.ndjson.99.tmp A run that was ended half way left this.',
      'doctor mates/state.json This cannot be read.',
      'doctor mates/http.json This cannot be read.',
    ])
    await heal()
    expect(readdirSync(archive(), { recursive: true }).sort()).toEqual(['mates', 'mates/posts.ndjson', 'version.json'])
  })
})

describe('the doctor only tells', () => {
  test('of blogs that feeds.yaml does not have, and of posts in two blogs or in the wrong one', async () => {
    write('archive/mates/posts.ndjson', writePosts([post(1), post(2, { blog: 'aula' })]))
    write('archive/aula/posts.ndjson', writePosts([post(1, { blog: 'aula' })]))
    write('archive/old/posts.ndjson', writePosts([post(3, { blog: 'old' })]))
    const before = found()
    expect(before).toEqual([
      'person old/ No blog of feeds.yaml has this id, and one post is kept of it.',
      'person mates/posts.ndjson The post 000000000002 says that it belongs to "aula".',
      'person mates/posts.ndjson The post 000000000001 stands in "aula" too.',
    ])
    await heal()
    expect(found()).toEqual(before)
  })

  test('of crowded shelves, which is no illness', () => {
    write('archive/mates/posts.ndjson', writePosts(Array.from({ length: 101 }, (_, number) => post(number))))
    expect(found()).toEqual(['nobody 2026-01/1 There are 101 posts on this shelf; 100 fit well.'])
  })
})

describe('npm run doctor', () => {
  const doctor = (...args: string[]) => run('doctor', ['--planet', folder, ...args])
  beforeEach(() => {
    const blog =
      '{id: mates, title: M, site: "https://m.cat/", feed: "https://m.cat/feed", kind: teacher, language: ca, consent: {by: owner, date: 2026-11-21, how: mail}}'
    write('feeds.yaml', `planet: {title: T, contact: "mailto:us@school.cat"}\nblogs:\n  - ${blog}\n`)
  })

  test('ends with 1 while something is wrong, says what it would mend, and with 0 when it mended it', async () => {
    write('archive/mates/posts.ndjson', writePosts([post(2), post(1)]))
    const before = await doctor()
    expect(before.code).toBe(1)
    expect(before.out).toBe(
      '✗ archive/mates/posts.ndjson: The posts do not stand in the order of their dates. They are sorted.\n2 posts of 1 blog. One thing is to be mended. "npm run doctor -- --mend" mends what is marked with ✗.\n',
    )
    const { code, out } = await doctor('--mend', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ ok: true, posts: 2, findings: [{ by: 'doctor' }], left: [] })
    expect(await doctor()).toMatchObject({ code: 0, out: '2 posts of 1 blog. All is well.\n' })
  })

  test('does not look into an archive that a run is writing', async () => {
    await withLock(archive(), async () => {
      const { code, err } = await doctor()
      expect({ code, err }).toEqual({
        code: 2,
        err: expect.stringMatching(/^archive\/\.lock: Another run is writing this archive/),
      })
    })
  })
})
