import type { BlogState, Post } from '../archive/post.ts'
import type { Blog, PlanetSettings } from '../config/feeds-file.ts'
import type { Facet, Topic } from '../config/topics.ts'

/** How a post looks in a list: the post, the blogs that carry it, and what composing found out about it. */
export type Card = Post & {
  /** The blog it is credited to, and the others that carry it. */
  source: BlogRef
  alsoSources: BlogRef[]
  /** Path from the root of the site with its anchor: `/archive/2026-11/2/#p-0123456789ab`. */
  permalink: string
  dir: 'ltr' | 'rtl'
  /** Topic ids by facet order: from the post's tags first, then (marked) from the blog's levels and subjects. */
  topics: string[]
  topicsFromBlog: string[]
  /** Tags that are no topic, as written. `key` leads to `/tags/<key>/` where the planet has that page. */
  freeTags: { text: string; key?: string }[]
  /** The licence that holds: SPDX id, or undefined where all rights are reserved. */
  openLicence?: string
  /** More posts that came in the same fetch and are not on the front ("3 more from …"). */
  more?: number
}

export type BlogRef = {
  id: string
  title: string
  site: string
  language: string
  dir: 'ltr' | 'rtl'
  hue: number
  monogram: string
}

export type BlogCondition = 'active' | 'quiet' | 'failing' | 'gone' | 'paused'

/** A member as its page shows it. `posts` newest first. Blogs with `status: left` are not here. */
export type Member = BlogRef & {
  blog: Blog
  condition: BlogCondition
  state?: BlogState
  posts: Card[]
  /** Topic ids its posts speak of most, with the number of posts, most first. */
  topics: { id: string; posts: number }[]
  newest?: string
}

export type TopicPage = {
  topic: Topic
  posts: Card[]
  /** How colleagues write it: the tags that led here, most used first. */
  writtenAs: { text: string; language: string; posts: number }[]
  blogs: { source: BlogRef; posts: number }[]
}

/** A free tag that at least two blogs use. */
export type TagPage = { key: string; text: string; posts: Card[]; blogs: BlogRef[] }

/** `posts` in order of the shelf (first keeping); a shelf holds 100 at most. */
export type Shelf = { month: string; number: number; path: string; posts: Card[] }

export type Month = { month: string; posts: number; shelves: Shelf[] }

export type LanguagePage = { language: string; posts: Card[]; blogs: BlogRef[] }

/** Everything the pages and feeds need, computed once a build, frozen. Lists of posts are newest first unless said. */
export type Planet = {
  settings: PlanetSettings
  /** The clock of this build, ISO 8601 UTC. */
  now: string
  posts: Card[]
  /** The front in fair order: at most twenty, at most two of one blog. */
  front: Card[]
  members: Member[]
  topics: TopicPage[]
  facets: Facet[]
  tags: TagPage[]
  languages: LanguagePage[]
  months: Month[]
}
