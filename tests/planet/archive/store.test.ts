import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeAtomic } from '../../../src/planet/archive/atomic.ts'
import type { Post } from '../../../src/planet/archive/post.ts'
import { openArchive } from '../../../src/planet/archive/store.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffroom-archive-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const post = (id: string, fields: Partial<Post> = {}): Post => ({
  id,
  blog: 'mates',
  url: `https://mates.example.org/${id}/`,
  aliases: ['a', 'b'],
  title: 'Fraccions',
  authors: ['Núria P.'],
  published: '2026-11-19T10:00:00.000Z',
  firstSeen: '2026-11-20T07:00:00.000Z',
  shelf: '2026-11/1',
  language: 'ca',
  tags: ['mates'],
  enclosures: [{ url: 'https://mates.example.org/a.mp3', type: 'audio/mpeg', length: 3 }],
  excerpt: 'Un text.',
  words: 2,
  links: [],
  sha256: 'x',
  ...fields,
})

describe('the archive on disk', () => {
  it('gives back what was saved', async () => {
    const kept = {
      posts: [post('1'), post('2', { dateGuessed: true, updated: '2026-11-21T00:00:00.000Z' })],
      state: { state: 'active' as const, since: '2026-11-20T07:00:00.000Z' },
    }
    await openArchive(folder).save('mates', kept)
    const again = openArchive(folder)
    expect(again.readPosts('mates')).toEqual(kept.posts)
    expect(again.readState('mates')).toEqual(kept.state)
    expect(again.blogs()).toEqual(['mates'])
    expect(again.damage).toEqual([])
  })

  it('writes the same bytes for the same posts, whatever the order of their fields', async () => {
    const archive = openArchive(folder)
    await archive.save('mates', { posts: [post('1')] })
    const path = join(folder, 'mates', 'posts.ndjson')
    const before = await readFile(path, 'utf8')
    const turned = Object.fromEntries(Object.entries(post('1')).reverse()) as Post
    expect(await archive.save('mates', { posts: [turned] })).toBe(false)
    expect(await readFile(path, 'utf8')).toBe(before)
  })

  it('touches no file when nothing changed', async () => {
    const archive = openArchive(folder)
    const kept = { posts: [post('1')], state: { state: 'active' as const, since: 'x' } }
    await archive.save('mates', kept)
    const { mtimeMs } = await stat(join(folder, 'mates', 'posts.ndjson'))
    const again = openArchive(folder)
    expect(await again.save('mates', { posts: again.readPosts('mates'), state: kept.state })).toBe(false)
    expect((await stat(join(folder, 'mates', 'posts.ndjson'))).mtimeMs).toBe(mtimeMs)
  })

  it('names a damaged line, reads the others, and sets the line aside when it next writes', async () => {
    await mkdir(join(folder, 'mates'))
    await writeFile(
      join(folder, 'mates', 'posts.ndjson'),
      `${JSON.stringify(post('1'))}\n{"id":"2","blog"\n${JSON.stringify({ ...post('3'), shelf: 'nowhere' })}\n`,
    )
    const archive = openArchive(folder)
    expect(archive.readPosts('mates').map(({ id }) => id)).toEqual(['1'])
    expect(archive.damage).toEqual([
      { file: 'mates/posts.ndjson', line: 2, why: expect.stringMatching(/JSON/) },
      { file: 'mates/posts.ndjson', line: 3, why: expect.stringMatching(/^shelf: /) },
    ])
    await archive.save('mates', { posts: [post('1'), post('4')] })
    expect(await readFile(join(folder, 'mates', 'damaged.ndjson'), 'utf8')).toContain('{"id":"2","blog"\n')
    expect(
      openArchive(folder)
        .readPosts('mates')
        .map(({ id }) => id),
    ).toEqual(['1', '4'])
  })

  it('knows the shelf of every post without reading the posts', async () => {
    const archive = openArchive(folder)
    await archive.save('mates', { posts: [post('1', { title: '"shelf":"1999-01/1"' }), post('2', { shelf: '2026-10/3' })] })
    expect(openArchive(folder).shelves()).toEqual(['2026-11/1', '2026-10/3'])
  })

  it('is empty where there is none yet', async () => {
    const archive = openArchive(join(folder, 'nowhere'))
    expect([archive.blogs(), archive.readPosts('mates'), archive.readState('mates'), archive.shelves()]).toEqual([
      [],
      [],
      undefined,
      [],
    ])
  })
})

describe('writing files', () => {
  it('makes none of them new when one cannot be written', async () => {
    const first = join(folder, 'posts.ndjson')
    const second = join(folder, 'http.json')
    await writeAtomic([first, 'old'], [second, 'old'])
    await mkdir(join(folder, `.http.json.${process.pid}.tmp`))
    await expect(writeAtomic([first, 'new'], [second, 'new'])).rejects.toThrow()
    expect([await readFile(first, 'utf8'), await readFile(second, 'utf8')]).toEqual(['old', 'old'])
    expect((await readdir(folder)).sort()).toEqual(['http.json', 'posts.ndjson'])
  })

  it('leaves no temporary file behind, and says whether it wrote', async () => {
    const path = join(folder, 'deep', 'file.json')
    expect(await writeAtomic([path, 'one'])).toBe(true)
    expect(await writeAtomic([path, 'one'])).toBe(false)
    expect(await writeAtomic([path, 'two'])).toBe(true)
    expect(await readdir(join(folder, 'deep'))).toEqual(['file.json'])
  })

  it('leaves the old text and no rest when it cannot write', async () => {
    const path = join(folder, 'file.json')
    await writeAtomic([path, 'old'])
    // A folder in the place of the temporary file makes the writing fail for every user, root too.
    await mkdir(join(folder, `.file.json.${process.pid}.tmp`))
    await expect(writeAtomic([path, 'new'])).rejects.toThrow()
    expect(await readFile(path, 'utf8')).toBe('old')
  })
})
