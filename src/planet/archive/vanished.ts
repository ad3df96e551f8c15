import { canonicalKey } from './address.ts'
import { shortHash } from './identity.ts'
import type { Post } from './post.ts'
import { witnessOf } from './witness.ts'

/** What is asked for once a week, and what must lie between the two answers. */
const WEEK = 7
/** Links of old posts die with their blogs' platforms, not by anybody's wish. */
const YOUNG_YEARS = 2
const DAY = 86_400_000

/** A kept post to be asked for at its blog, because its feed has it no longer. */
export type Question = {
  blog: string
  id: string
  url: string
  /** What is asked first: a second answer that is due, a post newer than others in the feed, any other. */
  urgency: 'due' | 'inside' | 'usual'
  /** The day on which it was last asked for; empty where that is not known. */
  asked: string
  /** Where a second answer is due: the post that must be there as well. `inFeed`: the feed carries it. */
  witness?: { id: string; url: string; inFeed: boolean }
}

/** What came of a question: `removed` is missing twice, and its blog and witness are there. */
export type Finding = 'there' | 'missing' | 'removed'

/** What is known of a blog when its posts are gone over. */
export type Survey = {
  /** All that is kept, oldest first. */
  posts: Post[]
  /** Ids of the posts that its feed carries now. */
  inFeed: ReadonlySet<string>
  /** The address of the blog: a post that leads there has none of its own. */
  site: string
  /** The clock, ISO 8601 UTC. */
  now: string
  /** The day on which a post (by id) was last asked for, where it is remembered. */
  askedOn(id: string): string | undefined
}

/** The posts of a blog that may be asked for today, the most urgent first. */
export function questionsOf(survey: Survey): Question[] {
  const { posts, inFeed, site, now } = survey
  const home = canonicalKey(site)
  const youngest = `${Number(now.slice(0, 4)) - YOUNG_YEARS}${now.slice(4)}`
  const oldest = posts.find(({ id }) => inFeed.has(id))?.published
  return posts
    .filter(
      ({ id, published, url }) => !inFeed.has(id) && published > youngest && URL.canParse(url) && canonicalKey(url) !== home,
    )
    .map((post) => ({ post, asked: lastAsked(post, survey) }))
    .filter(({ asked }) => asked === '' || daysBetween(asked, now) >= WEEK)
    .map(({ post, asked }) => questionOf(post, asked, oldest, survey))
    .sort(byUrgency(now))
}

function questionOf(post: Post, asked: string, oldest: string | undefined, { posts, inFeed, now }: Survey): Question {
  const { blog, id, url } = post
  const isDue = post.missing !== undefined && daysBetween(post.missing, now) >= WEEK
  const witness = isDue ? witnessOf(post, posts, inFeed) : undefined
  // What vanished from the midst of a feed was taken out of it; but asked for once in vain it is one of many.
  const isInside = asked === '' && oldest !== undefined && post.published > oldest
  const urgency = witness !== undefined ? 'due' : isInside ? 'inside' : 'usual'
  return {
    blog,
    id,
    url,
    urgency,
    asked,
    ...(witness === undefined ? {} : { witness: { id: witness.id, url: witness.url, inFeed: inFeed.has(witness.id) } }),
  }
}

/** A mark of evidence is a question too, should the memory of it be lost. */
function lastAsked({ id, missing = '' }: Post, { askedOn }: Survey): string {
  const remembered = askedOn(id) ?? ''
  return remembered > missing ? remembered : missing
}

/** Whole days between two times by their dates (UTC). */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY

const ORDER: Record<Question['urgency'], number> = { due: 0, inside: 1, usual: 2 }

/** Urgent ones first, then those that were not asked for the longest; of those that never were, by lot, another one each day. */
export function byUrgency(now: string): (a: Question, b: Question) => number {
  const lots = new Map<string, string>()
  const lotOf = ({ id }: Question): string => {
    const lot = lots.get(id) ?? shortHash(`${id} ${now.slice(0, 10)}`)
    lots.set(id, lot)
    return lot
  }
  return (a, b) => ORDER[a.urgency] - ORDER[b.urgency] || compare(a.asked, b.asked) || compare(lotOf(a), lotOf(b))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * What is kept of a blog after its posts were asked for, by id: what was removed goes, what is missing is marked with the day of its
 * first such answer, what is there bears no mark. The very same array where that changes nothing.
 */
export function afterFindings(posts: Post[], findings: ReadonlyMap<string, Finding>, now: string): Post[] {
  const next = posts.filter(({ id }) => findings.get(id) !== 'removed').map((post) => marked(post, findings.get(post.id), now))
  return next.length === posts.length && next.every((post, at) => post === posts[at]) ? posts : next
}

function marked(post: Post, finding: Finding | undefined, now: string): Post {
  if (finding === 'missing' && post.missing === undefined) return { ...post, missing: now.slice(0, 10) }
  if (finding !== 'there' || post.missing === undefined) return post
  const { missing: _, ...rest } = post
  return rest
}
