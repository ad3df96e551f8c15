import { canonicalKey } from '../archive/address.ts'
import type { Post } from '../archive/post.ts'
import type { Blog } from '../config/feeds-file.ts'
import { OPEN_LICENCES } from '../config/schema.ts'
import { tagKey } from '../config/tag-key.ts'
import type { Topics } from '../config/topics.ts'
import { directionOf } from './blog-ref.ts'
import { spdxOf } from './licence.ts'
import type { BlogRef, Card } from './planet.ts'

export type Carried = { blog: Blog; ref: BlogRef; posts: Post[] }

/**
 * Makes the cards of all blogs, newest first. A post that stands in several member blogs is one card: credited to the blog whose
 * site its address belongs to, else to the one that was seen with it first; the others are named on it.
 */
export function cardsOf(carried: Carried[], topics: Topics, now: string): Card[] {
  const order = new Map([...topics.topics.keys()].map((id, index) => [id, index]))
  const resolve = remember(topics.resolve)
  const groups = new Map<string, { post: Post; blog: Blog; ref: BlogRef }[]>()
  for (const { blog, ref, posts } of carried) {
    for (const post of posts) {
      if (post.published > now) continue
      // An address that is one blog's alone twice (all entries link to the home page) must not fold two posts into one.
      const key = canonicalKey(post.url)
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [{ post, blog, ref }])
      else if (group.some((other) => other.blog.id === blog.id)) groups.set(`${key} ${post.id}`, [{ post, blog, ref }])
      else group.push({ post, blog, ref })
    }
  }
  const cards = [...groups.values()].map((group) => {
    const [first, ...others] = group.length > 1 ? group.toSorted(byRight) : group
    if (first === undefined) throw new Error('a group of posts is never empty')
    return cardOf(
      first.post,
      first.blog,
      first.ref,
      others.map(({ ref }) => ref),
      resolve,
      order,
    )
  })
  return cards.sort(newestFirst)
}

/** Newest first; ties by id, so that two builds agree. */
export const newestFirst = (a: Post, b: Post): number =>
  a.published < b.published ? 1 : a.published > b.published ? -1 : a.id < b.id ? -1 : 1

const hostOf = (address: string): string => canonicalKey(address).split('/')[0] ?? ''

function byRight(a: { post: Post; blog: Blog }, b: { post: Post; blog: Blog }): number {
  const own = ({ post, blog }: { post: Post; blog: Blog }): number => (hostOf(post.url) === hostOf(blog.site) ? 0 : 1)
  return (
    own(a) - own(b) ||
    (a.post.firstSeen < b.post.firstSeen ? -1 : a.post.firstSeen > b.post.firstSeen ? 1 : a.blog.id < b.blog.id ? -1 : 1)
  )
}

function cardOf(
  post: Post,
  blog: Blog,
  ref: BlogRef,
  alsoSources: BlogRef[],
  resolve: Topics['resolve'],
  order: Map<string, number>,
): Card {
  const named = post.tags.map((tag) => ({ tag, ids: resolve(tag, post.language) }))
  const topics = [...new Set(named.flatMap(({ ids }) => ids))].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  const topicsFromBlog = [...new Set([...blog.levels, ...blog.subjects])].filter((id) => order.has(id) && !topics.includes(id))
  const openLicence = licenceOf(post, blog)
  const free = blog.kind === 'class' ? [] : named.filter(({ tag, ids }) => ids.length === 0 && tagKey(tag) !== '')
  return {
    ...shownOf(post, blog),
    source: ref,
    alsoSources,
    permalink: `/archive/${post.shelf}/#p-${post.id}`,
    dir: directionOf(post.language),
    topics,
    topicsFromBlog,
    freeTags: free.map(({ tag }) => ({ text: tag })),
    ...(openLicence === undefined ? {} : { openLicence }),
  }
}

/**
 * What a blog lets us show of a post today, whatever was kept while it allowed more. Of a class nobody is named: names and words
 * beside its posts may be pupils'. A mail address is no name.
 */
function shownOf({ html, ...post }: Post, blog: Blog): Post {
  return {
    ...post,
    excerpt: blog.show === 'link' ? '' : post.excerpt,
    authors: blog.kind === 'class' ? [] : post.authors.filter((author) => !isMail(author)),
    ...(blog.show === 'full' && html !== undefined ? { html } : {}),
  }
}

/** Some platforms sign with the address of the account, which its owner did not mean to hang up. */
const isMail = (author: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(author)

/** The entry's own licence before the blog's; a licence we do not know by name counts as all rights reserved. */
function licenceOf(post: Post, blog: Blog): string | undefined {
  const licence = post.licence === undefined ? blog.licence : spdxOf(post.licence)
  return OPEN_LICENCES.find((id) => id === licence)
}

/** Tags repeat by the thousand; the vocabulary is asked once for each. */
function remember(resolve: Topics['resolve']): Topics['resolve'] {
  const answers = new Map<string, string[]>()
  return (tag, language) => {
    const key = `${language} ${tag}`
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = resolve(tag, language)
    answers.set(key, answer)
    return answer
  }
}
