import { canonicalKey } from './archive/address.ts'
import { type Draft, draftOf } from './archive/draft.ts'
import { merge } from './archive/merge.ts'
import type { BlogState } from './archive/post.ts'
import type { Shelves } from './archive/shelves.ts'
import type { Archive, Parts } from './archive/store.ts'
import type { Blog } from './config/feeds-file.ts'
import { tagKey } from './config/topics.ts'
import type { Feed, ParseResult } from './parse/feed.ts'

/** What came of asking for a feed: the feed itself, or news of its health. */
export type Arrived =
  | { kind: 'read'; feed: Feed }
  | { kind: 'unchanged' }
  | { kind: 'gone'; detail: string }
  | { kind: 'failed'; code: string; detail: string }

/** A parsed body as what came of asking; the feeds that a web page links to stand in the detail. */
export function arrivedFrom(read: ParseResult): Arrived {
  return read.ok
    ? { kind: 'read', feed: read.feed }
    : { kind: 'failed', code: read.code, detail: [read.detail, ...(read.feeds ?? [])].join(' ') }
}

/** What is to be kept of it, and what it changed. */
export type Taken = { parts: Parts; posts: number; added: number; edited: number }

/** Works out what is kept of a blog after its feed was asked for. A feed that cannot be had or read costs nothing that was kept. */
export function take(blog: Blog, arrived: Arrived, archive: Archive, { now, shelves }: { now: string; shelves: Shelves }): Taken {
  const state = stateAfter(archive.readState(blog.id), arrived, now)
  if (arrived.kind !== 'read') return { parts: { ...state }, posts: 0, added: 0, edited: 0 }
  const { feed } = arrived
  const drafts = feed.entries.map((entry) => draftOf(entry, feed, blog, now)).filter((draft) => draft !== undefined)
  const merged = merge(
    archive.readPosts(blog.id),
    drafts.filter((draft) => isWanted(draft, blog)),
    { now, shelves, home: homeOf(blog, feed) },
  )
  return {
    parts: { posts: merged.posts, ...state },
    posts: feed.entries.length,
    added: merged.added.length,
    edited: merged.edited.length,
  }
}

const homeOf = ({ site, feed }: Blog, { url }: Feed): ReadonlySet<string> => new Set([site, feed, url ?? site].map(canonicalKey))

const isWanted = ({ tags }: Draft, { only }: Blog): boolean =>
  only === undefined || only.some((wanted) => tags.some((tag) => tagKey(tag) === tagKey(wanted)))

/** The state that follows, where it is news: another one, or another reason for the same, which then keeps its `since`. */
function stateAfter(before: BlogState | undefined, arrived: Arrived, now: string): { state?: BlogState } {
  if (arrived.kind === 'read' || arrived.kind === 'unchanged') {
    // A blog that was always well needs no file to say so.
    return before === undefined || before.state === 'active' ? {} : { state: { state: 'active', since: now } }
  }
  const state = arrived.kind === 'gone' ? 'gone' : 'failing'
  const code = arrived.kind === 'gone' ? 'gone' : arrived.code
  if (before?.state === state && before.code === code) return {}
  return { state: { state, since: before?.state === state ? before.since : now, code, detail: arrived.detail.slice(0, 500) } }
}
