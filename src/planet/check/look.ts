import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '../archive/store.ts'
import { compose } from '../compose/compose.ts'
import type { Card } from '../compose/planet.ts'
import type { Blog, PlanetSettings } from '../config/feeds-file.ts'
import type { Topics } from '../config/topics.ts'
import type { FetchResult } from '../fetch/result.ts'
import type { ParseResult } from '../parse/feed.ts'
import { type Outcome, pull, type Tools } from '../pull.ts'
import { formatOf } from './format.ts'

/** What the planet sees when it reads one blog, an active one, for the first time. */
export type Look = {
  blog: Blog
  /** When it was read, ISO 8601 UTC. */
  now: string
  outcome: Outcome
  /** What its feed said, or why it is none; absent where nothing came. */
  read?: ParseResult
  /** `RSS 2.0`, `Atom`…; absent where it was not recognised. */
  format?: string
  /** Where the feed lives now, when its server said that it moved for good. */
  movedTo?: string
  /** Its posts as the pages would show them, newest first. */
  cards: Card[]
}

export type LookTools = Pick<Tools, 'fetcher' | 'reader' | 'content' | 'now'> & { planet: PlanetSettings; topics: Topics }

/** Reads one blog as the planet would, with the same functions and into an archive that is thrown away. Asks its host once. */
export async function look(blog: Blog, tools: LookTools): Promise<Look> {
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-look-'))
  try {
    return await lookInto(folder, blog, tools)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function lookInto(folder: string, blog: Blog, { planet, topics, fetcher, reader, content, now }: LookTools): Promise<Look> {
  const seen: Pick<Look, 'read' | 'format' | 'movedTo'> = {}
  const archive = openArchive(folder)
  const [outcome] = await pull(
    { planet, blogs: [blog] },
    {
      archive,
      fetcher: {
        async fetch(request) {
          const result: FetchResult = await fetcher.fetch(request)
          if ('movedTo' in result && result.movedTo !== undefined) seen.movedTo = result.movedTo
          return result
        },
      },
      reader: {
        async read(bytes, source) {
          // Before it is read: the reader takes the bytes away.
          const format = formatOf(bytes)
          seen.read = await reader.read(bytes, source)
          if (seen.read.ok && format !== undefined) seen.format = format
          return seen.read
        },
      },
      content,
      now,
      only: blog.id,
    },
  )
  if (outcome === undefined) throw new Error('Asking for one blog gives one outcome.')
  const kept = new Map([[blog.id, { posts: archive.readPosts(blog.id) }]])
  const { posts: cards } = compose({ planet, blogs: [blog], kept, topics, pages: [], now })
  return { blog, now, outcome, ...seen, cards }
}
