import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openArchive } from '../../../src/planet/archive/store.ts'
import { readFeedsFile } from '../../../src/planet/config/feeds-file.ts'
import { emptyMemory } from '../../../src/planet/fetch/memory.ts'
import { createReader, type Reader } from '../../../src/planet/parse/pool.ts'
import { type Outcome, pull } from '../../../src/planet/pull.ts'
import { behaviours } from '../../web/behaviours/all.ts'
import { writePlanetFolder } from '../../web/planet-folder.ts'
import { startWeb, type Web } from '../../web/web.ts'
import { testFetcher } from './ask.ts'

/** Milliseconds in which a feed must have come in times of trouble; in good times the machine may be as slow as it likes. */
const HURRY = 1_500
/** For a run with all of them, side by side, on a busy machine. */
const RUN = 20_000

describe('a planet of blogs whose servers go wrong in every way', () => {
  let folder: string
  let web: Web
  let reader: Reader
  const memory = emptyMemory()

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'staffroom-runs-'))
    web = await startWeb(behaviours)
    reader = createReader({ workers: 1 })
    const entries = web.names.map((title, index) => {
      const feed = web.url(title)
      return { id: `b${index + 1}`, title, site: feed.replace('feed.xml', ''), feed, language: 'en' }
    })
    await writePlanetFolder(folder, 'Trouble', entries)
  })
  afterAll(async () => {
    await reader.close()
    await web.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** One run of the planet; gives the outcomes, and the posts that are kept of each blog, by name. */
  const run = async (now: string, total: number): Promise<{ outcomes: Map<string, Outcome>; posts: Map<string, string[]> }> => {
    const fetcher = testFetcher({ memory, now: () => new Date(now), limits: { total, robots: total / 2 } })
    const file = await readFeedsFile(folder)
    const archive = openArchive(join(folder, 'archive'))
    const outcomes = await pull(file, { archive, fetcher, reader, content: folder, now: new Date(now).toISOString() })
    await fetcher.close()
    const kept = openArchive(join(folder, 'archive'))
    const name = (id: string): string => file.blogs.find((blog) => blog.id === id)?.title ?? id
    return {
      outcomes: new Map(outcomes.map((outcome) => [name(outcome.blog), outcome])),
      posts: new Map(kept.blogs().map((id) => [name(id), kept.readPosts(id).map((post) => post.id)])),
    }
  }

  it('keeps every post through days of trouble, in time, and reads all again when it is over', { timeout: 5 * RUN }, async () => {
    web.behave('well')
    const before = await run('2026-11-20T08:00:00Z', RUN)
    expect(new Set([...before.posts.values()].map((posts) => posts.length))).toEqual(new Set([3]))
    expect(before.posts.size).toBe(web.names.length)

    web.behave('badly')
    for (const now of ['2026-11-21T09:00:00Z', '2026-11-21T10:00:00Z', '2026-11-23T08:00:00Z']) {
      const started = performance.now()
      const { posts } = await run(now, HURRY)
      expect(performance.now() - started).toBeLessThan(RUN)
      expect(posts).toEqual(before.posts)
    }

    web.behave('well')
    const after = await run('2026-11-25T08:00:00Z', RUN)
    const notRead = [...after.outcomes].filter(([, { kind }]) => kind !== 'read' && kind !== 'unchanged')
    expect(notRead).toEqual([])
    expect(after.posts).toEqual(before.posts)
  })
})
