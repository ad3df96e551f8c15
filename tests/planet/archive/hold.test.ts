import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BlogState } from '../../../src/planet/archive/post.ts'
import { openShelves } from '../../../src/planet/archive/shelves.ts'
import { type Archive, openArchive } from '../../../src/planet/archive/store.ts'
import { type Word, wordOn } from '../../../src/planet/archive/word.ts'
import type { Blog } from '../../../src/planet/config/feeds-file.ts'
import type { Entry, Feed } from '../../../src/planet/parse/feed.ts'
import { asUntrusted } from '../../../src/planet/parse/feed.ts'
import { type Taken, take } from '../../../src/planet/take.ts'
import { HONEST } from './honest.ts'
import { readMoves } from './moves.ts'
import { sampleOf } from './samples.ts'
import { entry } from './support.ts'
import { TAKEOVERS, type Takeover } from './takeovers.ts'

const DAYS = ['2026-11-20', '2026-11-22', '2026-11-24', '2026-11-26'].map((day) => `${day}T07:00:00.000Z`)

let folder: string
let archive: Archive
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffroom-hold-'))
  archive = openArchive(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

type Options = { day?: number; word?: Word; movedTo?: string }

/** One run over one feed, saved; undefined for a feed that did not change. */
async function run(blog: Blog, feed: Feed | undefined, { day = 0, word, movedTo }: Options = {}): Promise<Taken> {
  const arrived =
    feed === undefined
      ? { kind: 'unchanged' as const }
      : { kind: 'read' as const, feed, ...(movedTo === undefined ? {} : { movedTo }) }
  const shelves = openShelves(archive.shelves, 'Europe/Madrid')
  const taken = take(blog, arrived, archive, {
    now: DAYS[day] ?? '',
    shelves,
    ...(word === undefined ? {} : { word: () => word }),
  })
  await archive.save(blog.id, taken.parts)
  return taken
}

const state = (blog: Blog): BlogState | undefined => archive.readState(blog.id)
const codes = (blog: Blog): string => (state(blog)?.signals ?? []).map(({ code, value }) => `${code} ${value}`).join(', ')

function feedOf({ was, title, host, author, links = [], texts }: Takeover): { blog: Blog; before: Feed; after: Feed } {
  const { blog, feed } = sampleOf(was)
  const base = host ?? new URL(blog.site).host
  const outward = links.map((link) => `<a href="${link}">more</a>`).join(' ')
  const name = author === 'keep' ? (feed.entries[0]?.authors[0] ?? '') : author
  const entries = texts.map((text, n): Entry => {
    const [headline = '', body = ''] = text.split('|')
    return entry({
      id: `https://${base}/?p=${n + 7}`,
      url: `https://${base}/${n + 7}/`,
      title: headline,
      html: `<p>${body} ${outward}</p>`,
      published: new Date(Date.parse('2026-11-21T20:00:00Z') - n * 3_600_000).toISOString(),
      ...(name === undefined ? {} : { authors: [name] }),
    })
  })
  return { blog, before: feed, after: { url: `https://${base}/`, title: asUntrusted(title), entries } }
}

const table: Record<string, string>[] = []

describe('a feed that somebody else took over', () => {
  it.each(TAKEOVERS)('is held at once: $name', async (takeover) => {
    const { blog, before, after } = feedOf(takeover)
    await run(blog, before)
    const kept = archive.readPosts(blog.id)
    const taken = await run(blog, after, { day: 1 })
    table.push({ change: takeover.name, held: String(state(blog)?.state === 'held'), why: codes(blog) })
    expect(state(blog)).toMatchObject({ state: 'held', since: DAYS[1] })
    expect(taken).toMatchObject({ added: 0, edited: 0, held: after.entries.length })
    expect(archive.readPosts(blog.id)).toBe(kept)
    expect(archive.readHeld(blog.id)).toHaveLength(after.entries.length)
  })

  it('happens in at least ten ways here', () => expect(TAKEOVERS.length).toBeGreaterThanOrEqual(10))
})

describe('an honest change', () => {
  it.each(HONEST)('is not held: $name', async ({ name, blog, before, after, movedTo }) => {
    await run(blog, before)
    await run(blog, after, { day: 1, ...(movedTo === undefined ? {} : { movedTo }) })
    table.push({ change: name, held: String(state(blog)?.state === 'held'), why: codes(blog) })
    expect(state(blog)).toBeUndefined()
    expect(archive.readHeld(blog.id)).toEqual([])
  })

  it.each(readMoves())('is not held: a move, $name', async ({ name, member, before, after }) => {
    await run(member, await before())
    await run(member, await after(), { day: 1 })
    table.push({ change: name, held: String(state(member)?.state === 'held'), why: codes(member) })
    expect(state(member)).toBeUndefined()
  })

  it('happens in at least thirty ways here', () => {
    console.table(table)
    expect(HONEST.length + readMoves().length).toBeGreaterThanOrEqual(30)
  })
})

describe('while a blog is held', () => {
  const casino = TAKEOVERS[0] as Takeover
  const { blog, before, after } = feedOf(casino)
  const more: Feed = {
    ...after,
    entries: [
      ...after.entries,
      entry({
        id: 'https://x.example/?p=99',
        url: 'https://x.example/99/',
        title: 'Casino again',
        html: '<p>Free spins.</p>',
        published: '2026-11-23T20:00:00Z',
      }),
    ],
  }
  beforeEach(async () => {
    await run(blog, before)
    await run(blog, after, { day: 1 })
  })

  it('what is new goes on waiting, once each, and the hold keeps its day', async () => {
    await run(blog, more, { day: 2 })
    await run(blog, more, { day: 3 })
    expect(archive.readHeld(blog.id)).toHaveLength(after.entries.length + 1)
    expect(state(blog)?.since).toBe(DAYS[1])
  })

  it('nothing is written where nothing is new, and a failing feed changes nothing', async () => {
    expect((await run(blog, after, { day: 2 })).parts).toEqual({})
    expect(
      take(blog, { kind: 'failed', code: 'dns', detail: '' }, archive, {
        now: DAYS[3] ?? '',
        shelves: openShelves(() => [], 'UTC'),
      }).parts,
    ).toEqual({})
  })

  it('a release lets in what waited, even when the feed is silent, each on a shelf of its own', async () => {
    const kept = archive.readPosts(blog.id)
    const taken = await run(blog, undefined, { day: 2, word: 'release' })
    expect(taken.added).toBe(after.entries.length)
    expect(archive.readPosts(blog.id)).toHaveLength(kept.length + after.entries.length)
    expect(new Set(archive.readPosts(blog.id).map(({ shelf }) => shelf)).has('0000-00/0')).toBe(false)
    expect(state(blog)).toEqual({ state: 'active', since: DAYS[2] })
    expect(await readdir(join(folder, blog.id))).not.toContain('held.ndjson')
  })

  it('a release holds good for what the same feed brings afterwards', async () => {
    const taken = await run(blog, more, { day: 2, word: 'release' })
    expect(taken.added).toBe(more.entries.length)
    expect((await run(blog, more, { day: 3, word: 'release' })).parts.posts).toBe(archive.readPosts(blog.id))
    expect(state(blog)?.state).toBe('active')
  })

  it('a refusal drops what waited and keeps the hold', async () => {
    await run(blog, more, { day: 2, word: 'refuse' })
    expect(archive.readHeld(blog.id)).toEqual([])
    expect(state(blog)).toMatchObject({ state: 'held', since: DAYS[1] })
    expect(archive.readPosts(blog.id).some(({ title }) => /casino/i.test(title))).toBe(false)
  })

  it('it ends without a word when the old posts are back', async () => {
    const taken = await run(blog, before, { day: 2 })
    expect(taken).toMatchObject({ added: 0, edited: 0 })
    expect(state(blog)).toEqual({ state: 'active', since: DAYS[2] })
    expect(archive.readHeld(blog.id)).toEqual([])
  })
})

describe('a feed in the repository', () => {
  it('is not held for another language, other topics and authors: those who look after the planet changed it', async () => {
    const { blog, before, after } = feedOf(TAKEOVERS.find(({ name }) => name.includes('German')) as Takeover)
    const local = { ...blog, feed: 'content/samples/blog.xml' }
    await run(local, before)
    await run(local, after, { day: 1 })
    expect(state(local)).toBeUndefined()
  })
})

describe('a redirect to another host', () => {
  it('excuses much, but nothing that is wholly of another kind', async () => {
    const { blog, before, after } = feedOf(TAKEOVERS[0] as Takeover)
    await run(blog, before)
    await run(blog, after, { day: 1, movedTo: 'https://casino.example.biz/feed' })
    expect(state(blog)?.state).toBe('held')
  })

  it('excuses once: a redirect that always was there does not', async () => {
    const german = TAKEOVERS.find(({ name }) => name.includes('German')) as Takeover
    const { blog, before, after } = feedOf(german)
    await run(blog, before)
    await run(blog, after, { day: 1, movedTo: `${blog.site}feed/` })
    expect(state(blog)?.state).toBe('held')
  })
})

describe('the word of a maintainer', () => {
  const moderation = {
    release: [{ blog: 'aula', date: '2026-11-24', reason: 'same-author' as const }],
    refuse: [{ blog: 'aula', date: '2026-11-22', reason: 'taken-over' as const }],
  }

  it('is the last one given since the hold began', () => {
    expect(wordOn(moderation, 'aula', '2026-11-21T07:00:00.000Z')).toBe('release')
    expect(wordOn(moderation, 'other', '2026-11-21T07:00:00.000Z')).toBeUndefined()
  })

  it('says nothing of a later hold', () => {
    expect(wordOn(moderation, 'aula', '2026-12-01T07:00:00.000Z')).toBeUndefined()
  })
})
