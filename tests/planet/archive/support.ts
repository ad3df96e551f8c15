import type { Draft } from '../../../src/planet/archive/draft.ts'
import { draftOf } from '../../../src/planet/archive/draft.ts'
import { merge } from '../../../src/planet/archive/merge.ts'
import type { Post } from '../../../src/planet/archive/post.ts'
import { openShelves } from '../../../src/planet/archive/shelves.ts'
import { type Blog, parseFeedsFile } from '../../../src/planet/config/feeds-file.ts'
import { asUntrusted, type Entry, type Feed } from '../../../src/planet/parse/feed.ts'

export type BlogFields = { site?: string; language?: string; title?: string; show?: Blog['show'] }

/** A member with these settings, all else as usual. */
export function blogOf({ site = 'https://blog.example.org/', language = 'es', title = 'A blog', show }: BlogFields = {}): Blog {
  const line = JSON.stringify({
    id: 'blog',
    title,
    site,
    feed: new URL('feed', site).href,
    kind: 'teacher',
    language,
    ...(show === undefined ? {} : { show }),
    consent: { by: 'owner', date: '2026-11-20', how: 'test' },
  })
  const [blog] = parseFeedsFile(`planet: {title: T, contact: 'mailto:a@example.org'}\nblogs: [${line}]`).blogs
  if (blog === undefined) throw new Error('the blog of the fixture is missing')
  return blog
}

export function entry(fields: Partial<Omit<Entry, 'title' | 'html'>> & { title?: string; html?: string }): Entry {
  const { title, html, ...rest } = fields
  return {
    authors: [],
    tags: [],
    enclosures: [],
    ...rest,
    ...(title === undefined ? {} : { title: asUntrusted(title) }),
    ...(html === undefined ? {} : { html: asUntrusted(html) }),
  }
}

export const draftsOf = (feed: Feed, blog: Blog, now: string): Draft[] =>
  feed.entries.map((one) => draftOf(one, feed, blog, now)).filter((draft) => draft !== undefined)

/** What is kept of a blog after its feed was read. */
export function keep(feed: Feed, blog: Blog, now: string, kept: Post[] = []): ReturnType<typeof merge> {
  const shelves = openShelves(() => kept.map(({ shelf }) => shelf), 'Europe/Madrid')
  return merge(kept, draftsOf(feed, blog, now), { now, shelves, home: new Set() })
}
