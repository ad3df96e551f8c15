import type { BlogState, Post } from '../archive/post.ts'
import type { Blog, PlanetSettings } from '../config/feeds-file.ts'
import type { AgainstReason } from '../config/moderation.ts'
import type { Page } from '../config/pages.ts'
import type { Facet, Topic } from '../config/topics.ts'
import type { Health } from './health.ts'
import type { OpenNotice } from './notices.ts'
import type { Mention } from './talk.ts'
import type { TopicYears } from './topic-years.ts'
import type { Week } from './week.ts'

/** A blog as every card names it. `hue` is 0–359, `monogram` one or two letters: the stamp that stands for it. */
export type BlogRef = {
  id: string
  title: string
  site: string
  kind: Blog['kind']
  language: string
  dir: 'ltr' | 'rtl'
  hue: number
  monogram: string
}

/** How a post looks in a list: the post, the blogs that carry it, and what composing found out about it. */
export type Card = Post & {
  /** The blog it is credited to, and the others that carry it. */
  source: BlogRef
  alsoSources: BlogRef[]
  /** Path from the root of the site with its anchor: `/archive/2026-11/2/#p-0123456789ab`. */
  permalink: string
  dir: 'ltr' | 'rtl'
  /** Topic ids that its tags name, in the order of the vocabulary. */
  topics: string[]
  /** Topic ids from the blog's levels and subjects that its tags do not name. */
  topicsFromBlog: string[]
  /** Tags that are no topic, as written. `key` leads to `/tags/<key>/` where the planet has that page. */
  freeTags: { text: string; key?: string }[]
  /** SPDX id of the licence that lets others use it; undefined where all rights are reserved. */
  openLicence?: string
  /** Posts of other members that link to it, one a blog, newest first; undefined where there are none. */
  mentions?: Mention[]
  /** How many more posts came in the same fetch and are not on the front; only on cards of `Planet.front`. */
  more?: number
}

/** A blog's state for readers: quiet is nothing new for a year, gone is what its server says, held what `judge` says of its feed. */
export type BlogCondition = 'active' | 'quiet' | 'failing' | 'gone' | 'held' | 'paused'

/** A member as its page shows it. `posts` newest first. Blogs with `status: left` are not here. */
export type Member = BlogRef & {
  blog: Blog
  condition: BlogCondition
  state?: BlogState
  /** Since which day, and why, the people who look after the planet show none of its posts; it is then paused. */
  withdrawn?: { since: string; reason: AgainstReason }
  /** How many new posts wait for a maintainer's word, where it is held. */
  waiting?: number
  /** Maintainers said of a held blog that what is new in its feed is not its own. */
  refused?: true
  posts: Card[]
  /** Topic ids its posts speak of most, most first. */
  topics: { id: string; posts: number }[]
}

export type TopicPage = {
  topic: Topic
  posts: Card[]
  /** How colleagues write it: the tags that led here, most used first. */
  writtenAs: { text: string; language: string; posts: number }[]
  /** Blogs that write about it, most posts first. */
  blogs: { source: BlogRef; posts: number }[]
}

/**
 * What a list can be narrowed by, in the order in which addresses name it. A topic is a subject, a language taught, a method or a
 * theme here: levels and kinds of post are filters of their own.
 */
export const FILTERS = ['topic', 'level', 'kind', 'open', 'language'] as const
export type Filter = (typeof FILTERS)[number]

/** What a list covers: topic ids, `open` for what may be copied and adapted, the primary subtag of a language. */
export type Scope = Partial<Record<Filter, string>>

/** The posts of a scope at its one address, and the pages that are one filter wider or narrower. */
export type ScopePage = {
  scope: Scope
  path: string
  posts: Card[]
  /** One for each filter that can be dropped, the last filter first; none where there is but one. */
  wider: ScopePage[]
  /** By filter in their order. `value` is what is added; `page` may bear another scope, where that has the same posts. */
  narrower: { filter: Filter; value: string; page: ScopePage }[]
}

/** A free tag that at least two blogs use. `key` is safe in a path. */
export type TagPage = { key: string; text: string; language: string; posts: Card[]; blogs: BlogRef[] }

/** `posts` in order of first keeping, 100 at most. `path` is `/archive/2026-11/2/`. */
export type Shelf = { month: string; number: number; path: string; posts: Card[] }

/** `month` is `2026-11`; `posts` counts those of all its shelves. */
export type Month = { month: string; posts: number; shelves: Shelf[] }

/** Posts in one language; `language` is the primary subtag. */
export type LanguagePage = { language: string; posts: Card[]; blogs: BlogRef[] }

/** Everything the pages and feeds need, computed once a build, frozen. Lists of posts are newest first unless said. */
export type Planet = {
  settings: PlanetSettings
  /** The clock of this build, ISO 8601 UTC. */
  now: string
  posts: Card[]
  /** The front in fair order: at most twenty, at most two of one blog. */
  front: Card[]
  /** One post of each blog that joined lately, and posts of these days in earlier years: at most four of each. */
  newcomers: Card[]
  otherYears: Card[]
  /** Events and campaigns that are not over, soonest first. */
  notices: OpenNotice[]
  week: Week
  members: Member[]
  health: Health
  /** Topics that posts speak of, in the order of the vocabulary. */
  topics: TopicPage[]
  /** Every list of a topic, a level, a kind, what is open, a language, and of what they have in common, by its address. */
  scopes: Map<string, ScopePage>
  facets: Facet[]
  /** Every topic of the vocabulary by its id, for labels. */
  vocabulary: Map<string, Topic>
  /** Most blogs first. */
  tags: TagPage[]
  /** Most posts first. */
  languages: LanguagePage[]
  /** Newest month first. */
  months: Month[]
  topicYears?: TopicYears
  pages: Page[]
}
