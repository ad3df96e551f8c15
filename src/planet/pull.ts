import { join } from 'node:path'
import { hostOf } from './archive/address.ts'
import { openShelves, type Shelves } from './archive/shelves.ts'
import type { Archive, Parts } from './archive/store.ts'
import { type Word, wordOn } from './archive/word.ts'
import { type Blog, type FeedsFile, isLocal } from './config/feeds-file.ts'
import type { Moderation } from './config/moderation.ts'
import type { Fetcher } from './fetch/fetcher.ts'
import { readLocalFeed } from './fetch/file.ts'
import { createGate } from './fetch/gate.ts'
import { hostKey } from './fetch/host.ts'
import { isSameBody, type Lesson, learn } from './fetch/learn.ts'
import { planRequest } from './fetch/plan.ts'
import type { FetchResult } from './fetch/result.ts'
import { movedFor, readHttpState } from './fetch/state.ts'
import { type Inquiry, type Kept, openInquiry, type Sources } from './inquiry.ts'
import type { ParseResult, Source } from './parse/feed.ts'
import { type Arrived, arrivedFrom, codeOf, take } from './take.ts'

/** What happened to one blog in a run. `posts` counts those of its feed, `added` and `edited` what they changed. */
export type Outcome = {
  blog: string
  kind: 'read' | 'unchanged' | 'waiting' | 'failed' | 'gone'
  posts: number
  added: number
  edited: number
  /** How many new posts wait for a maintainer's word, because the feed changed its nature. */
  held?: number
  /** How many posts went because their author took them down. */
  removed?: number
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
  /** What maintainers said of blogs that are held. */
  moderation?: Pick<Moderation, Word>
  /** Addresses of blogs that were forgotten: no link to them is kept. */
  isForgotten?: (address: string) => boolean
  /** How posts that left their feeds are asked for; where it is left out, none is. */
  sources?: Sources
  /** Only this blog, asked for by hand: its timers do not count. */
  only?: string
  /** Nothing is written. */
  dryRun?: boolean
  onOutcome?: (outcome: Outcome) => void
}

/**
 * Asks every active blog for its feed and keeps what is new: fetch, parse, archive. A blog is saved as soon as it is read, posts
 * before validators, so that a crash loses nothing that cannot be had again. At the end posts that left their feeds are asked for, and
 * go where their authors took them down. Outcomes come in the order of `feeds.yaml`.
 * @throws only where the archive itself cannot be written, and then when nobody writes to it any more
 */
export async function pull({ planet, blogs }: FeedsFile, tools: Tools): Promise<Outcome[]> {
  const shelves = openShelves(tools.archive.shelves, planet.timezone)
  const asked = blogs.filter((blog) => blog.status === 'active' && (tools.only === undefined || blog.id === tools.only))
  const inquiry = tools.sources === undefined || tools.dryRun ? undefined : openInquiry(tools.archive, tools.sources, tools.now)
  const outcomes = new Map<string, Outcome>()
  const failures: unknown[] = []
  const settle = async (blog: Blog, work: Promise<Outcome>): Promise<void> => {
    try {
      const outcome = await work
      outcomes.set(blog.id, outcome)
      tools.onOutcome?.(outcome)
    } catch (error) {
      failures.push(error)
    }
  }
  // Feeds kept in the repository come one after the other, so that a planet made of them is the same in every build.
  for (const blog of asked.filter(isLocal)) await settle(blog, pullLocal(blog, tools, shelves))
  const gate = createGate(IN_FLIGHT, IN_FLIGHT)
  await Promise.all(
    inTurns(asked.filter((blog) => !isLocal(blog))).map((blog) =>
      // Where nothing more can be written, nobody more is asked in vain.
      gate.pass(blog.id, async () => (failures.length > 0 ? undefined : settle(blog, pullRemote(blog, tools, shelves, inquiry)))),
    ),
  )
  if (failures.length > 0) throw failures[0]
  const removed = await inquiry?.ask()
  return asked.flatMap(({ id }) => {
    const [outcome, count] = [outcomes.get(id), removed?.get(id)]
    return outcome === undefined ? [] : [count === undefined ? outcome : { ...outcome, removed: count }]
  })
}

/** Blogs under way at once: so many bodies wait to be read at the most. */
const IN_FLIGHT = 96

/** One blog of every host, then a second of each, and so on: nobody stands in line behind a busy host's many. */
function inTurns(blogs: Blog[]): Blog[] {
  const seen = new Map<string, number>()
  const turns = blogs.map((blog) => {
    const host = hostKey(new URL(blog.via ?? blog.feed))
    const turn = seen.get(host) ?? 0
    seen.set(host, turn + 1)
    return { blog, turn }
  })
  return turns.sort((a, b) => a.turn - b.turn).map(({ blog }) => blog)
}

async function pullLocal(blog: Blog, tools: Tools, shelves: Shelves): Promise<Outcome> {
  const result = await readLocalFeed(join(tools.content, blog.feed.slice('content/'.length)))
  return (await keep(blog, await arrive(result, blog.site, tools), tools, shelves)).outcome
}

async function pullRemote(blog: Blog, tools: Tools, shelves: Shelves, inquiry: Inquiry | undefined): Promise<Outcome> {
  const state = readHttpState(tools.archive.readHttp(blog.id))
  const url = blog.via ?? blog.feed
  const plan = planRequest(state, { blog: blog.id, url, now: tools.now, byHand: tools.only !== undefined })
  if (plan.kind === 'wait') return waiting(blog, plan.until, tools.archive)
  const result = await tools.fetcher.fetch(plan.request)
  if (result.kind === 'wait') return waiting(blog, result.until, tools.archive)

  const isRepeated = result.kind === 'fresh' && state.url === url && isSameBody(state, result.bytes)
  // Links are relative to where the blog itself says its feed is, not to a detour.
  const base = result.kind === 'fresh' && blog.via === undefined ? result.finalUrl : blog.feed
  // What left a feed is known only when the feed is read: now and then that is done with one that says the same.
  const isPassedOver = isRepeated && !inquiry?.isDue(blog.id)
  const read: Arrived = isPassedOver ? { kind: 'unchanged' } : await arrive(result, base, tools)
  const movedTo = newPlaceOf(result, url, state.url)
  const arrived: Arrived = read.kind === 'read' && movedTo !== undefined ? { ...read, movedTo } : read
  const lesson: Lesson = result.kind === 'fresh' && arrived.kind === 'failed' ? { kind: 'unread' } : result
  const schedule = arrived.kind === 'read' ? arrived.feed.schedule : state.schedule
  const next = learn(state, {
    blog: blog.id,
    url,
    result: lesson,
    now: tools.now,
    ...(schedule === undefined ? {} : { schedule }),
  })
  const http = next === state ? {} : { http: `${JSON.stringify(next, null, 2)}\n` }
  const { outcome, kept } = await keep(blog, arrived, tools, shelves, http)
  // A host that refuses our builder is not asked for pages either.
  if (arrived.kind === 'read') inquiry?.note(blog, blog.via === undefined ? kept : undefined)
  const lasting = movedFor(next)
  return lasting === undefined ? outcome : { ...outcome, movedTo: lasting }
}

/** Where a feed was found that is not on the host where it was asked for, or that feeds.yaml names since the last run. */
function newPlaceOf(result: FetchResult, url: string, before: string | undefined): string | undefined {
  if (result.kind !== 'fresh') return undefined
  if (hostOf(result.finalUrl) !== hostOf(url)) return result.finalUrl
  return before !== undefined && before !== url ? url : undefined
}

async function arrive(result: Exclude<FetchResult, { kind: 'wait' }>, url: string, { reader }: Tools): Promise<Arrived> {
  if (result.kind !== 'fresh') return result
  const { bytes, contentType } = result
  return arrivedFrom(await reader.read(bytes, { url, ...(contentType === undefined ? {} : { contentType }) }))
}

async function keep(
  blog: Blog,
  arrived: Arrived,
  { archive, now, dryRun, moderation, isForgotten }: Tools,
  shelves: Shelves,
  http: Pick<Parts, 'http'> = {},
): Promise<{ outcome: Outcome; kept: Kept | undefined }> {
  const { parts, inFeed, ...counts } = take(blog, arrived, archive, {
    now,
    shelves,
    ...(moderation === undefined ? {} : { word: (since) => wordOn(moderation, blog.id, since) }),
    ...(isForgotten === undefined ? {} : { isForgotten }),
  })
  if (!dryRun) await archive.save(blog.id, { ...parts, ...http })
  const trouble = arrived.kind === 'failed' || arrived.kind === 'gone' ? { code: codeOf(arrived), detail: arrived.detail } : {}
  return {
    outcome: { blog: blog.id, kind: arrived.kind, ...counts, ...trouble },
    kept: inFeed === undefined || parts.posts === undefined ? undefined : { posts: parts.posts, inFeed },
  }
}

/** Not asked this time; what is still wrong with it is told all the same. */
function waiting({ id }: Blog, until: string, archive: Archive): Outcome {
  const { code } = archive.readState(id) ?? {}
  return { blog: id, kind: 'waiting', posts: 0, added: 0, edited: 0, until, ...(code === undefined ? {} : { code }) }
}
