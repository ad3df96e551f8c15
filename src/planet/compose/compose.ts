import type { BlogState, KeptBlog } from '../archive/post.ts'
import { wordOn } from '../archive/word.ts'
import type { FeedsFile } from '../config/feeds-file.ts'
import type { Moderation } from '../config/moderation.ts'
import type { Page } from '../config/pages.ts'
import type { Topics } from '../config/topics.ts'
import { refOf } from './blog-ref.ts'
import { type Carried, cardsOf } from './cards.ts'
import { frontOf } from './front.ts'
import { healthOf } from './health.ts'
import { moderated } from './moderate.ts'
import type { BlogCondition, Card, Member, Planet } from './planet.ts'
import { groupBy, languagePages, monthsOf, tagPages, topicPages } from './scopes.ts'
import { withMentions } from './talk.ts'
import { weekOf } from './week.ts'

const YEAR = 365 * 86_400_000

/** What a planet is made of. */
export type Parts = FeedsFile & {
  kept: Map<string, KeptBlog>
  topics: Topics
  pages: Page[]
  moderation?: Moderation
  now: string
}

/** Computes everything that the pages and feeds of a build show, once. Blogs that left are not in it; future posts wait. */
export function compose({ planet: settings, blogs, kept: all, topics, pages, moderation, now }: Parts): Planet {
  const kept = moderation === undefined ? all : moderated(all, moderation)
  const carried = blogs
    .filter((blog) => blog.status !== 'left')
    .map((blog): Carried => ({ blog, ref: refOf(blog), posts: kept.get(blog.id)?.posts ?? [] }))
  const posts = withMentions(cardsOf(carried, topics, now))
  const tags = tagPages(posts)
  const byBlog = groupBy(posts, (card) => [card.source.id, ...card.alsoSources.map(({ id }) => id)])
  const collator = new Intl.Collator(settings.languages[0])
  const members = carried
    .map((own) => memberOf(own, kept.get(own.blog.id), byBlog.get(own.blog.id) ?? [], now))
    .map((member) => (moderation === undefined ? member : decided(member, moderation)))
    .sort((a, b) => collator.compare(a.title, b.title))
  return Object.freeze({
    settings,
    now,
    posts,
    front: frontOf(posts, now),
    week: weekOf(posts, now),
    members,
    health: healthOf(members),
    topics: topicPages(posts, topics),
    facets: topics.facets,
    vocabulary: topics.topics,
    tags,
    languages: languagePages(posts),
    months: monthsOf(posts),
    pages,
  })
}

function memberOf({ blog, ref }: Carried, kept: KeptBlog | undefined, posts: Card[], now: string): Member {
  const counts = new Map<string, number>()
  for (const id of posts.flatMap((card) => card.topics)) counts.set(id, (counts.get(id) ?? 0) + 1)
  const state = kept?.state
  return {
    ...ref,
    blog,
    condition: conditionOf(blog.status, state?.state, posts[0]?.published, now),
    ...(state === undefined ? {} : { state }),
    ...(kept?.waiting === undefined ? {} : { waiting: kept.waiting }),
    posts,
    topics: [...counts].map(([id, count]) => ({ id, posts: count })).sort((a, b) => b.posts - a.posts || (a.id < b.id ? -1 : 1)),
  }
}

/** What maintainers decided about a blog goes before what its feed says. */
function decided(member: Member, moderation: Moderation): Member {
  const pause = moderation.pause.findLast(({ blog }) => blog === member.id)
  if (pause !== undefined) return { ...member, condition: 'paused', withdrawn: { since: pause.date, reason: pause.reason } }
  const { condition, state } = member
  const isRefused = condition === 'held' && state !== undefined && wordOn(moderation, member.id, state.since) === 'refuse'
  return isRefused ? { ...member, refused: true } : member
}

function conditionOf(
  status: 'active' | 'paused' | 'left',
  state: BlogState['state'] | undefined,
  newest: string | undefined,
  now: string,
): BlogCondition {
  if (status === 'paused') return 'paused'
  if (state === 'failing' || state === 'gone' || state === 'held') return state
  return newest !== undefined && Date.parse(now) - Date.parse(newest) > YEAR ? 'quiet' : 'active'
}
