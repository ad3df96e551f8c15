import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readIfThere, type Writing, writeAtomic } from './atomic.ts'
import { type Damage, readPosts, readState, writePosts, writeState } from './lines.ts'
import type { BlogState, Post } from './post.ts'
import { refuseNewer, versionWriting } from './version.ts'

export type { Damage } from './lines.ts'

/** What may be written of a blog at once; what is left out stays as it is. `held`: what waits for a maintainer's word. */
export type Parts = { posts?: Post[]; held?: Post[]; state?: BlogState; http?: string }

/**
 * The archive on disk: `archive/<blog>/` with posts.ndjson, state.json, http.json, and held.ndjson where new posts wait for a
 * maintainer's word. What is kept of a blog is read when it is first asked for, so that a run without news does not pay for what is kept.
 */
export type Archive = {
  /** The blogs of which anything is kept. */
  blogs(): string[]
  /** By date, then id, oldest first; the same array until it is saved anew. */
  readPosts(blog: string): Post[]
  /** The posts that are not shown until a maintainer says so; in the order of `readPosts`. */
  readHeld(blog: string): Post[]
  /** Undefined while nothing was ever wrong. */
  readState(blog: string): BlogState | undefined
  /** The text of `http.json`, which belongs to fetching. */
  readHttp(blog: string): string | undefined
  /** Writes parts of a blog, each file whole, validators last. Tells whether anything changed. */
  save(blog: string, parts: Parts): Promise<boolean>
  /** The shelf of every kept post. */
  shelves(): string[]
  /** The id of every kept post. */
  ids(): string[]
  /** What could not be read so far. */
  damage: Damage[]
}

/**
 * Opens the archive under `folder`; an empty one where there is none.
 * @throws ProblemsError where a newer Staffroom wrote it
 */
export function openArchive(folder: string): Archive {
  refuseNewer(folder)
  let versioned: Promise<boolean> | undefined
  const damage: Damage[] = []
  const posts = new Map<string, Post[]>()
  const damaged = new Map<string, string[]>()
  const pathOf = (blog: string, file: string): string => join(folder, blog, file)
  // In JSON no quotation mark stands bare inside a text, so this finds fields only.
  const everyField = (name: string): string[] =>
    foldersIn(folder).flatMap((blog) =>
      [...(readIfThere(pathOf(blog, 'posts.ndjson')) ?? '').matchAll(new RegExp(`"${name}":"([^"]+)"`, 'g'))].map(
        ([, value = '']) => value,
      ),
    )

  return {
    damage,
    blogs: () => foldersIn(folder),
    readPosts(blog) {
      const known = posts.get(blog)
      if (known !== undefined) return known
      const read = readPosts(readIfThere(pathOf(blog, 'posts.ndjson')), `${blog}/posts.ndjson`)
      damage.push(...read.damage)
      if (read.damaged.length > 0) damaged.set(blog, read.damaged)
      posts.set(blog, read.posts)
      return read.posts
    },
    readHeld(blog) {
      const read = readPosts(readIfThere(pathOf(blog, 'held.ndjson')), `${blog}/held.ndjson`)
      damage.push(...read.damage)
      if (read.damaged.length > 0) damaged.set(`${blog}/held`, read.damaged)
      return read.posts
    },
    readState(blog) {
      const text = readIfThere(pathOf(blog, 'state.json'))
      const read = text === undefined ? undefined : readState(text)
      if (read?.ok === false) damage.push({ file: `${blog}/state.json`, line: 1, why: read.why })
      return read?.ok ? read.value : undefined
    },
    readHttp: (blog) => readIfThere(pathOf(blog, 'http.json')),
    async save(blog, parts) {
      const news = parts.posts !== undefined && parts.posts !== posts.get(blog) ? parts.posts : undefined
      const lost = [
        ...((news === undefined ? undefined : damaged.get(blog)) ?? []),
        ...((parts.held === undefined ? undefined : damaged.get(`${blog}/held`)) ?? []),
      ]
      const written = await writeAtomic(
        ...(lost.length === 0
          ? []
          : [[pathOf(blog, 'damaged.ndjson'), aside(pathOf(blog, 'damaged.ndjson'), lost)] satisfies Writing]),
        ...(news === undefined ? [] : [[pathOf(blog, 'posts.ndjson'), writePosts(news)] satisfies Writing]),
        ...(parts.held === undefined || parts.held.length === 0
          ? []
          : [[pathOf(blog, 'held.ndjson'), writePosts(parts.held)] satisfies Writing]),
        ...(parts.state === undefined ? [] : [[pathOf(blog, 'state.json'), writeState(parts.state)] satisfies Writing]),
        ...(parts.http === undefined ? [] : [[pathOf(blog, 'http.json'), parts.http, 'loose'] satisfies Writing]),
      )
      if (parts.held?.length === 0) rmSync(pathOf(blog, 'held.ndjson'), { force: true })
      // A run saves a blog once, and goes on to thousands: what is on the disk need not stay in memory.
      if (news !== undefined) posts.delete(blog)
      if (written) versioned ??= writeAtomic(versionWriting(folder))
      await versioned
      return written
    },
    shelves: () => everyField('shelf'),
    ids: () => everyField('id'),
  }
}

/** The damaged lines that were set aside before, and these. */
export function aside(path: string, damaged: string[]): string {
  const before = readIfThere(path) ?? ''
  return (
    before +
    damaged
      .filter((line) => !before.includes(line))
      .map((line) => `${line}\n`)
      .join('')
  )
}

/** The folders of blogs; what begins with a dot belongs to a run. */
export function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
