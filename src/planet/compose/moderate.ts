import { canonicalKey } from '../archive/address.ts'
import type { KeptBlog, Post } from '../archive/post.ts'
import type { Moderation } from '../config/moderation.ts'

/**
 * What may be shown of what is kept: without the posts that are hidden, and without any post of a blog that is paused. A hidden
 * post is hidden in every blog that carries it, else hiding its card would only bring up the same text under another name.
 */
export function moderated(kept: ReadonlyMap<string, KeptBlog>, { hide, pause }: Moderation): Map<string, KeptBlog> {
  const hidden = new Set(hide.map(({ post }) => post))
  const paused = new Set(pause.map(({ blog }) => blog))
  const elsewhere = new Map(
    [...kept.values()].flatMap(({ posts }) =>
      posts.filter(({ id }) => hidden.has(id)).map((post): [string, string] => [canonicalKey(post.url), post.blog]),
    ),
  )
  // Two posts of one blog may share an address (its home); of these only the one that is named is meant.
  const isCopy = ({ url, blog }: Post): boolean => {
    const hiddenIn = elsewhere.size === 0 ? undefined : elsewhere.get(canonicalKey(url))
    return hiddenIn !== undefined && hiddenIn !== blog
  }
  return new Map(
    [...kept].map(([blog, own]): [string, KeptBlog] => [
      blog,
      { ...own, posts: paused.has(blog) ? [] : own.posts.filter((post) => !hidden.has(post.id) && !isCopy(post)) },
    ]),
  )
}
