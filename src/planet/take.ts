import { canonicalKey, hostOf } from './archive/address.ts'
import { type Draft, draftOf } from './archive/draft.ts'
import { judge, type Verdict } from './archive/hold.ts'
import { mergeRecognised } from './archive/merge.ts'
import type { BlogState, Post } from './archive/post.ts'
import { type Recognised, recognise } from './archive/recognise.ts'
import type { Shelves } from './archive/shelves.ts'
import type { Archive, Parts } from './archive/store.ts'
import { admit, wait } from './archive/waiting.ts'
import type { Word } from './archive/word.ts'
import { type Blog, isLocal } from './config/feeds-file.ts'
import { tagKey } from './config/tag-key.ts'
import { plainText } from './html/text.ts'
import type { Feed, ParseResult } from './parse/feed.ts'

/**
 * What came of asking for a feed: the feed itself, or news of its health. `movedTo`: where it was found, when that is not where it used
 * to be: its address redirects, or feeds.yaml names another.
 */
export type Arrived =
  | { kind: 'read'; feed: Feed; movedTo?: string }
  | { kind: 'unchanged' }
  | { kind: 'gone'; detail: string }
  | { kind: 'failed'; code: string; detail: string }

/** A parsed body as what came of asking; the feeds that a web page links to stand in the detail. */
export function arrivedFrom(read: ParseResult): Arrived {
  return read.ok
    ? { kind: 'read', feed: read.feed }
    : { kind: 'failed', code: read.code, detail: [read.detail, ...(read.feeds ?? [])].join(' ') }
}

/** The code of what is wrong, which has its sentences (`failure.<code>.*`). */
export const codeOf = (arrived: Arrived & { kind: 'failed' | 'gone' }): string =>
  arrived.kind === 'gone' ? 'gone' : arrived.code

/** The clock and the shelves of a run, and a maintainer's word on a blog that is held since a time (ISO 8601). */
export type Run = {
  now: string
  shelves: Shelves
  word?: (since: string) => Word | undefined
  /** Addresses that are not kept, though others link to them. */
  isForgotten?: (address: string) => boolean
}

/**
 * What is to be kept of it, and what it changed. `held`: how many new posts wait for a maintainer's word. `inFeed`: ids of the kept
 * posts that the feed carries, where it was read and is not held.
 */
export type Taken = {
  parts: Parts
  posts: number
  added: number
  edited: number
  held?: number
  inFeed?: ReadonlySet<string>
}

/**
 * Works out what is kept of a blog after its feed was asked for. A feed that cannot be had or read costs nothing that was kept; one
 * that changed its nature is held: what is kept stays as it is, what is new waits.
 */
export function take(blog: Blog, arrived: Arrived, archive: Archive, run: Run): Taken {
  const before = archive.readState(blog.id)
  if (before?.state === 'held') return takeHeld(blog, arrived, archive, { ...run, since: before.since })
  const state = stateAfter(before, arrived, run.now)
  if (arrived.kind !== 'read') return nothing({ ...state })
  const kept = archive.readPosts(blog.id)
  const reading = readFeed(blog, arrived, kept, run)
  if (!reading.verdict.holds) return merged(reading, kept, run, state)
  const held: BlogState = { state: 'held', since: run.now, signals: reading.verdict.signals }
  return waited(reading, kept, [], run.now, { state: held })
}

/** While a blog is held its new posts wait, until a maintainer gives a word, or its old posts are back. */
function takeHeld(blog: Blog, arrived: Arrived, archive: Archive, { since, ...run }: Run & { since: string }): Taken {
  const word = run.word?.(since)
  const entries = arrived.kind === 'read' ? arrived.feed.entries.length : 0
  if (word === 'refuse') return nothing({ held: [] }, entries)
  if (word === undefined && arrived.kind !== 'read') return nothing({})

  const waiting = archive.readHeld(blog.id)
  const old = archive.readPosts(blog.id)
  const kept = word === 'release' ? admit(old, waiting, run.shelves) : old
  const free: Parts = { held: [], state: { state: 'active', since: run.now }, ...stateAfter(undefined, arrived, run.now) }
  if (arrived.kind !== 'read') return { ...nothing({ ...free, posts: kept }), added: kept.length - old.length }

  const reading = readFeed(blog, arrived, kept, run)
  if (word === undefined && !reading.verdict.excused) return waited(reading, kept, waiting, run.now, {})
  const taken = merged(reading, kept, run, free)
  return { ...taken, added: taken.added + kept.length - old.length }
}

/** The nature of a blog is that of so many posts, the newest. */
const NATURE = 200

type Reading = { recognised: Recognised[]; verdict: Verdict; home: ReadonlySet<string>; entries: number }

function readFeed(blog: Blog, arrived: Arrived & { kind: 'read' }, kept: Post[], run: Omit<Run, 'word'>): Reading {
  const { feed } = arrived
  const home = homeOf(blog, feed)
  const recognised = recognise(kept, draftsOf(blog, feed, run), home)
  const change = {
    kept: kept.slice(-NATURE),
    fresh: recognised.filter(({ post }) => post === undefined).map(({ draft }) => draft),
    entries: recognised.length,
    site: blog.site,
    titles: { known: blog.title, ...(feed.title === undefined ? {} : { now: plainText(feed.title) }) },
  }
  // A feed in the repository is changed by those whose word a hold would wait for.
  const verdict = judge(change, { moved: isLocal(blog) || hasMoved(arrived, kept) })
  return { recognised, verdict, home, entries: feed.entries.length }
}

/** A new place excuses once: where posts of the blog are kept from there already, it is the old one. */
function hasMoved({ movedTo }: { movedTo?: string }, kept: Post[]): boolean {
  return movedTo !== undefined && kept.every(({ url }) => hostOf(url) !== hostOf(movedTo))
}

const nothing = (parts: Parts, posts = 0): Taken => ({ parts, posts, added: 0, edited: 0 })

function merged({ recognised, entries }: Reading, kept: Post[], { now, shelves }: Run, parts: Parts): Taken {
  const { posts, added, edited } = mergeRecognised(kept, recognised, { now, shelves })
  const carried = [...recognised.flatMap(({ post }) => post ?? []), ...added]
  const inFeed = new Set(carried.map(({ id }) => id))
  return { parts: { ...parts, posts }, posts: entries, added: added.length, edited: edited.length, inFeed }
}

function waited({ recognised, home, entries }: Reading, kept: Post[], waiting: Post[], now: string, parts: Parts): Taken {
  const held = wait(waiting, kept, recognised, home, now)
  return { ...nothing({ ...parts, ...(held === waiting ? {} : { held }) }, entries), held: held.length }
}

function draftsOf(blog: Blog, feed: Feed, { now, isForgotten }: Omit<Run, 'word'>): Draft[] {
  const drafts = feed.entries.map((entry) => draftOf(entry, feed, blog, now)).filter((draft) => draft !== undefined)
  const wanted = drafts.filter((draft) => isWanted(draft, blog))
  if (isForgotten === undefined) return wanted
  return wanted.map((draft) => ({ ...draft, links: draft.links.filter((link) => !isForgotten(link)) }))
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
  const code = codeOf(arrived)
  if (before?.state === state && before.code === code) return {}
  return { state: { state, since: before?.state === state ? before.since : now, code, detail: arrived.detail.slice(0, 500) } }
}
