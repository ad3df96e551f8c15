import { join } from 'node:path'
import { canonicalKey } from './archive/address.ts'
import { type Draft, draftOf } from './archive/draft.ts'
import { merge } from './archive/merge.ts'
import type { BlogState, KeptBlog } from './archive/post.ts'
import { openShelves, type Shelves } from './archive/shelves.ts'
import type { Archive } from './archive/store.ts'
import type { Blog, FeedsFile } from './config/feeds-file.ts'
import { tagKey } from './config/topics.ts'
import type { Fetcher } from './fetch/fetcher.ts'
import { readLocalFeed } from './fetch/file.ts'
import { isSameBody, type Lesson, learn } from './fetch/learn.ts'
import { planRequest } from './fetch/plan.ts'
import type { FetchResult } from './fetch/result.ts'
import { type HttpState, movedFor, readHttpState } from './fetch/state.ts'
import type { Feed, ParseResult, Source } from './parse/feed.ts'

/** What happened to one blog in a run. `posts` counts those of its feed, `added` and `edited` what they changed. */
export type Outcome = {
  blog: string
  kind: 'read' | 'unchanged' | 'waiting' | 'failed' | 'gone'
  posts: number
  added: number
  edited: number
  /** Why it failed, as a code with a sentence and a way out; or until when its server wishes to be left alone. */
  code?: string
  detail?: string
  until?: string
  /** Where the feed lives now: permanent redirects said so on three days. `feeds.yaml` should say it too. */
  movedTo?: string
}

export type Tools = {
  archive: Archive
  fetcher: Pick<Fetcher, 'fetch'>
  reader: { read(bytes: Uint8Array, source: Source): Promise<ParseResult> }
  /** The planet's `content/`, where feeds kept in the repository lie. */
  content: string
  /** The clock of the run, ISO 8601 UTC. */
  now: string
  /** Only this blog, asked for by hand: its timers do not count. */
  only?: string
  /** Nothing is written. */
  dryRun?: boolean
  onOutcome?: (outcome: Outcome) => void
}

/**
 * Asks every active blog for its feed and keeps what is new: fetch, parse, archive. A blog is saved as soon as it is read, posts
 * before validators, so that a crash loses nothing that cannot be had again. Outcomes come in the order of `feeds.yaml`.
 * @throws only where the archive itself cannot be written
 */
export async function pull({ planet, blogs }: FeedsFile, tools: Tools): Promise<Outcome[]> {
  const kept = [...tools.archive.blogs.values()].flatMap(({ posts }) => posts)
  const shelves = openShelves(kept, planet.timezone)
  const asked = blogs.filter((blog) => blog.status === 'active' && (tools.only === undefined || blog.id === tools.only))
  const outcomes = new Map<string, Outcome>()
  const settle = async (blog: Blog, work: Promise<Outcome>): Promise<void> => {
    const outcome = await work
    outcomes.set(blog.id, outcome)
    tools.onOutcome?.(outcome)
  }
  // Feeds kept in the repository come one after the other, so that a planet made of them is the same in every build.
  for (const blog of asked.filter(isLocal)) await settle(blog, pullLocal(blog, tools, shelves))
  await Promise.all(asked.filter((blog) => !isLocal(blog)).map((blog) => settle(blog, pullRemote(blog, tools, shelves))))
  return asked.map((blog) => outcomes.get(blog.id)).filter((outcome) => outcome !== undefined)
}

const isLocal = ({ feed }: Blog): boolean => feed.startsWith('content/')

async function pullLocal(blog: Blog, tools: Tools, shelves: Shelves): Promise<Outcome> {
  const result = await readLocalFeed(join(tools.content, blog.feed.slice('content/'.length)))
  return (await take(blog, result, blog.site, tools, shelves)).outcome
}

async function pullRemote(blog: Blog, tools: Tools, shelves: Shelves): Promise<Outcome> {
  const state = readHttpState(await tools.archive.readHttp(blog.id))
  const url = blog.via ?? blog.feed
  const plan = planRequest(state, { blog: blog.id, url, now: tools.now, byHand: tools.only !== undefined })
  if (plan.kind === 'wait') return { ...nothing(blog, 'waiting'), until: plan.until }
  const result = await tools.fetcher.fetch(plan.request)
  const isRepeated = result.kind === 'fresh' && state.url === url && isSameBody(state, result.bytes)
  const { outcome, feed } = await take(
    blog,
    isRepeated ? { kind: 'unchanged' } : result,
    result.kind === 'fresh' && !blog.via ? result.finalUrl : blog.feed,
    tools,
    shelves,
  )
  const lesson: Lesson = result.kind === 'fresh' && outcome.kind === 'failed' ? { kind: 'unread' } : result
  const schedule = isRepeated ? state.schedule : feed?.schedule
  const next = learn(state, {
    blog: blog.id,
    url,
    result: lesson,
    now: tools.now,
    ...(schedule === undefined ? {} : { schedule }),
  })
  await keepHttp(blog, state, next, tools)
  const movedTo = movedFor(next)
  return movedTo === undefined ? outcome : { ...outcome, movedTo }
}

async function keepHttp(blog: Blog, before: HttpState, after: HttpState, tools: Tools): Promise<void> {
  if (after !== before && !tools.dryRun) await tools.archive.saveHttp(blog.id, `${JSON.stringify(after, null, 2)}\n`)
}

/** Turns one answer into what is kept. A feed that cannot be had or read costs nothing that was kept. */
async function take(
  blog: Blog,
  result: FetchResult,
  url: string,
  tools: Tools,
  shelves: Shelves,
): Promise<{ outcome: Outcome; feed?: Feed }> {
  const before = tools.archive.blogs.get(blog.id) ?? { posts: [] }
  const keep = async (kept: KeptBlog): Promise<void> => {
    if (!tools.dryRun) await tools.archive.save(blog.id, kept)
  }
  switch (result.kind) {
    case 'wait':
      return { outcome: { ...nothing(blog, 'waiting'), until: result.until } }
    case 'unchanged':
      await keep({ ...before, state: stateAfter(before.state, { state: 'active' }, tools.now) })
      return { outcome: nothing(blog, 'unchanged') }
    case 'gone':
      await keep({
        ...before,
        state: stateAfter(before.state, { state: 'gone', code: 'gone', detail: result.detail }, tools.now),
      })
      return { outcome: { ...nothing(blog, 'gone'), code: 'gone', detail: result.detail } }
    case 'failed':
      return { outcome: await fail(result.code, result.detail) }
    case 'fresh': {
      const source: Source = {
        url: result.finalUrl || url,
        ...(result.contentType === undefined ? {} : { contentType: result.contentType }),
      }
      // The reader takes the bytes away with it; what is learnt of them needs them too.
      const read = await tools.reader.read(new Uint8Array(result.bytes), source)
      if (!read.ok) return { outcome: await fail(read.code, [read.detail, ...(read.feeds ?? [])].join(' ')) }
      const drafts = read.feed.entries
        .map((entry) => draftOf(entry, read.feed, blog, tools.now))
        .filter((draft) => draft !== undefined)
      const wanted = drafts.filter((draft) => isWanted(draft, blog))
      const merged = merge(before.posts, wanted, { now: tools.now, shelves, home: homeOf(blog, read.feed) })
      await keep({ posts: merged.posts, state: stateAfter(before.state, { state: 'active' }, tools.now) })
      const news = { added: merged.added.length, edited: merged.edited.length }
      return { feed: read.feed, outcome: { blog: blog.id, kind: 'read', posts: read.feed.entries.length, ...news } }
    }
  }

  async function fail(code: string, detail: string): Promise<Outcome> {
    await keep({ ...before, state: stateAfter(before.state, { state: 'failing', code, detail }, tools.now) })
    return { ...nothing(blog, 'failed'), code, detail }
  }
}

const nothing = (blog: Blog, kind: Outcome['kind']): Outcome => ({ blog: blog.id, kind, posts: 0, added: 0, edited: 0 })

const homeOf = ({ site, feed }: Blog, { url }: Feed): ReadonlySet<string> => new Set([site, feed, url ?? site].map(canonicalKey))

const isWanted = ({ tags }: Draft, { only }: Blog): boolean =>
  only === undefined || only.some((wanted) => tags.some((tag) => tagKey(tag) === tagKey(wanted)))

/** The state that follows: the very same object where nothing changed, with the old `since` where only the reason did. */
function stateAfter(before: BlogState | undefined, next: Omit<BlogState, 'since'>, now: string): BlogState {
  if (before?.state !== next.state) return { state: next.state, since: now, ...reason(next) }
  if (before.code === next.code) return before
  return { state: next.state, since: before.since, ...reason(next) }
}

const reason = ({ code, detail }: Omit<BlogState, 'since'>): Pick<BlogState, 'code' | 'detail'> => ({
  ...(code === undefined ? {} : { code }),
  ...(detail === undefined ? {} : { detail: detail.slice(0, 500) }),
})
