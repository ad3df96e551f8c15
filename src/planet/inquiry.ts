import type { Archive } from './archive/store.ts'
import {
  afterFindings,
  byUrgency,
  daysBetween,
  type Finding,
  type Question,
  questionsOf,
  type Survey,
} from './archive/vanished.ts'
import type { Blog } from './config/feeds-file.ts'
import type { Fetcher } from './fetch/fetcher.ts'
import { hostKey } from './fetch/host.ts'
import type { Memory } from './fetch/memory.ts'
import type { Sight } from './fetch/sight.ts'

/** So many posts are asked for in one run, of one host and in all; what proves a removal comes on top. */
const PER_HOST = 2
const PER_RUN = 200
/** So often the kept posts of a blog are gone over although its feed is the same, in days. */
const EVERY = 7

/** How posts are asked for, and what is remembered of that; changed in place. */
export type Sources = Pick<Fetcher, 'look'> & { memory: Pick<Memory, 'blogs' | 'posts'> }

/**
 * Asks blogs for their posts that left the feed, so that what its author took down goes here too. A post goes when it was missing twice,
 * a week apart, and its blog and another post of it are there: all else is trouble of the blog, and costs nothing that is kept.
 */
export type Inquiry = {
  /** Whether the posts of a blog are to be gone over though nothing in its feed is new. */
  isDue(blog: string): boolean
  /**
   * Notes that the posts of a blog were gone over in this run, and which of them may be asked for: all that is kept, and ids of what is in its
   * feed.
   */
  note(blog: Blog, kept: Kept | undefined): void
  /** Asks the most urgent of all that was noted, and keeps what came of it. Gives the number of posts that went, by blog. */
  ask(): Promise<Map<string, number>>
}

/** All that is kept of a blog after its feed was read, and what of it is in the feed. */
export type Kept = Pick<Survey, 'posts' | 'inFeed'>

/** Opens the inquiry of one run. `now`: its clock, ISO 8601 UTC. */
export function openInquiry(archive: Archive, { look, memory }: Sources, now: string): Inquiry {
  const today = now.slice(0, 10)
  const noted: Question[] = []
  const sites = new Map<string, string>()
  const seen = new Map<string, Promise<Sight>>()

  const lookOnce = (url: string): Promise<Sight> => {
    const sight = seen.get(url) ?? look(url)
    seen.set(url, sight)
    return sight
  }

  /** Every answer on the way to the finding, by id of the post that it is about. */
  const answer = async ({ blog, id, url, witness }: Question): Promise<[id: string, finding: Finding | 'unsure'][]> => {
    memory.posts[id] = today
    const sight = await lookOnce(url)
    if (sight !== 'missing' || witness === undefined) return [[id, sight]]
    const home = await lookOnce(sites.get(blog) ?? '')
    if (home !== 'there') return []
    const other = await lookOnce(witness.url)
    if (!witness.inFeed) memory.posts[witness.id] = today
    return other === 'there' ? [[id, 'removed']] : witness.inFeed ? [] : [[witness.id, other]]
  }

  return {
    isDue(blog) {
      const day = memory.blogs[blog]
      return day === undefined || daysBetween(day, now) >= EVERY
    },

    note({ id, site }, kept) {
      memory.blogs[id] = today
      if (kept === undefined) return
      const askedOn = (post: string): string | undefined => memory.posts[post]
      sites.set(id, site)
      // No run asks for more, so no more need be remembered of thousands of blogs.
      noted.push(...withinHosts(questionsOf({ ...kept, site, now, askedOn })))
    },

    async ask() {
      const chosen = withinHosts(noted.sort(byUrgency(now))).slice(0, PER_RUN)
      // Whoever found no room comes again with the next run.
      for (const { blog } of noted.filter((question) => !chosen.includes(question))) delete memory.blogs[blog]
      const findings = new Map<string, Map<string, Finding>>()
      await Promise.all(
        chosen.map(async (question) => {
          const own = findings.get(question.blog) ?? new Map<string, Finding>()
          findings.set(question.blog, own)
          for (const [id, finding] of await answer(question)) if (finding !== 'unsure') own.set(id, finding)
        }),
      )
      const removed = new Map<string, number>()
      for (const [blog, own] of findings) {
        const before = archive.readPosts(blog)
        const posts = afterFindings(before, own, now)
        await archive.save(blog, { posts })
        if (posts.length < before.length) removed.set(blog, before.length - posts.length)
      }
      return removed
    },
  }
}

/** The first ones of each host, in their order. */
function withinHosts(questions: Question[]): Question[] {
  const counts = new Map<string, number>()
  return questions.filter(({ url }) => {
    const host = hostKey(new URL(url))
    const count = (counts.get(host) ?? 0) + 1
    counts.set(host, count)
    return count <= PER_HOST
  })
}
