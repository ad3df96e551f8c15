import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { troubleWithDisk } from '../../../scripts/trouble.ts'
import { openArchive } from '../../../src/planet/archive/store.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffroom-safety-'))
  await mkdir(join(folder, 'mates'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A line as the first Staffroom wrote it, its fields in another order. */
const old = (id: string): string =>
  JSON.stringify({
    title: `Post ${id}`,
    id,
    blog: 'mates',
    shelf: '2026-10/1',
    firstSeen: '2026-10-02T07:00:00.000Z',
    published: '2026-10-01T07:00:00.000Z',
    url: `https://mates.school.cat/${id}/`,
    aliases: ['a'],
    authors: [],
    language: 'ca',
    tags: [],
    enclosures: [],
    excerpt: '',
    words: 0,
    links: [],
    sha256: '',
  })

const path = (name: string): string => join(folder, 'mates', name)

describe('an archive of another version', () => {
  test('that has no version yet is read, and gets one when something is next written', async () => {
    await writeFile(path('posts.ndjson'), `${old('1')}\n`)
    const archive = openArchive(folder)
    const kept = archive.readPosts('mates')
    expect(kept).toMatchObject([{ id: '1', shelf: '2026-10/1' }])
    expect(await archive.save('mates', { posts: kept })).toBe(false)
    expect(await readdir(folder)).toEqual(['mates'])
    await archive.save('mates', { posts: [...kept] })
    expect(await readFile(join(folder, 'version.json'), 'utf8')).toBe('{"version":1}\n')
    expect(openArchive(folder).readPosts('mates')).toEqual(kept)
    expect(openArchive(folder).blogs()).toEqual(['mates'])
  })

  test('that is newer is refused, and nothing is touched', async () => {
    await writeFile(path('posts.ndjson'), `${old('1')}\n`)
    await writeFile(join(folder, 'version.json'), '{"version":2}\n')
    expect(() => openArchive(folder)).toThrow(
      'archive/version.json: A newer Staffroom wrote this archive (version 2; this one knows 1). Bring the program up to date. Nothing was touched.',
    )
  })

  test('whose version cannot be read is read as it is', async () => {
    await writeFile(path('posts.ndjson'), `${old('1')}\n`)
    await writeFile(join(folder, 'version.json'), '{"ver')
    expect(openArchive(folder).readPosts('mates')).toHaveLength(1)
  })
})

describe('a full disk', () => {
  test('stops the run with a plain sentence and leaves everything as it was', async () => {
    await writeFile(path('posts.ndjson'), `${old('1')}\n`)
    const archive = openArchive(folder)
    const kept = archive.readPosts('mates')
    // Whatever is written to this device meets a full disk.
    await symlink('/dev/full', path(`.posts.ndjson.${process.pid}.tmp`))
    const error = await archive.save('mates', { posts: [...kept, ...kept] }).catch((error: unknown) => error)
    expect(troubleWithDisk(error)).toMatch(/^The disk is full.*What was kept before is safe\. Make room and run this again/)
    expect(archive.readPosts('mates')).toBe(kept)
    expect(await readdir(join(folder, 'mates'))).toEqual(['posts.ndjson'])
    expect(await readFile(path('posts.ndjson'), 'utf8')).toBe(`${old('1')}\n`)
    // The next run finds room again.
    expect(await archive.save('mates', { posts: kept.slice(0) })).toBe(true)
  })

  test('is not what any other error means', () => {
    expect(troubleWithDisk(new Error('ENOSPC'))).toBeUndefined()
    expect(troubleWithDisk(Object.assign(new Error('x'), { code: 'ECONNRESET', syscall: 'read' }))).toBeUndefined()
    expect(troubleWithDisk(Object.assign(new Error('x'), { code: 'EROFS', syscall: 'open', path: '/a' }))).toMatch(
      /^A file or folder may not be written \(\/a\)\./,
    )
  })
})
