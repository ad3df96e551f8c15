import type { Interface } from '../i18n/interface.ts'
import type { KeptBlog, Post } from '../planet/archive/post.ts'
import { compose } from '../planet/compose/compose.ts'
import { type Blog, isLocal, type PlanetSettings } from '../planet/config/feeds-file.ts'
import type { Topics } from '../planet/config/topics.ts'
import { plain } from '../planet/html/text.ts'
import { itemMaker } from './item.ts'
import { rssOf } from './rss.ts'
import { feedScopes } from './scope.ts'

/** What a planet has of one blog, `held`: what waits for a maintainer's word; `now` is the clock, ISO 8601 UTC. */
export type OwnParts = {
  planet: PlanetSettings
  blog: Blog
  kept: KeptBlog
  held: Post[]
  topics: Topics
  now: string
}

/**
 * The member's own record, to take along: `json` is all that is kept, as it is kept, with every hash; `rss` all posts as one feed of
 * the blog, for whatever program shall read them. What is hidden and what waits for its date are in both; what is held is in `json`
 * alone and apart, since perhaps somebody else wrote it, and a program that reads `rss` could not tell.
 */
export async function recordOf(parts: OwnParts, speak: Interface): Promise<{ json: string; rss: string; posts: number }> {
  const { planet, blog, kept, held, now } = parts
  const record = {
    planet: { title: planet.title, contact: planet.contact },
    exported: now,
    blog,
    ...kept,
    ...(held.length === 0 ? {} : { held }),
  }
  const json = JSON.stringify(record, null, 2)
  return { json: `${json}\n`, rss: await rssWithAll(parts, speak), posts: kept.posts.length }
}

async function rssWithAll({ planet, blog, kept, topics, now }: OwnParts, speak: Interface): Promise<string> {
  const alone = compose({
    planet,
    blogs: [{ ...blog, status: 'active' }],
    kept: new Map([[blog.id, kept]]),
    topics,
    pages: [],
    now: kept.posts.reduce((latest, { published }) => (published > latest ? published : latest), now),
  })
  const scope = feedScopes(alone, speak, blog.site).find(({ path }) => path === `blogs/${blog.id}`)
  if (scope === undefined) throw new Error('A member always has a feed of its own.')
  const feed = isLocal(blog) ? scope.rss : blog.feed
  const items = alone.posts.map(itemMaker(alone, blog.site))
  return rssOf({ ...scope, title: plain(blog.title), page: blog.site, rss: feed, items })
}
