import type { Enclosure } from '../parse/feed.ts'

/**
 * An entry as the archive keeps it: exactly what the site may show, no more. All texts are plain text without markup, made safe
 * for any page by escaping alone; `html` is sanitised and stands only where the blog is `show: full`.
 */
export type Post = {
  /** Made once, at first keeping, from blog and first key: 12 hex digits, never changed again. */
  id: string
  blog: string
  url: string
  /** Hashes of every key (guid, address, title with day) the post was known by. */
  aliases: string[]
  guid?: string
  title: string
  authors: string[]
  /** ISO 8601 UTC. The first-seen time where the feed gives none or an absurd one; then `dateGuessed` is true. */
  published: string
  dateGuessed?: true
  firstSeen: string
  updated?: string
  /**
   * The day (UTC) on which its address first answered that it is not there, of the times since it last was: one half of the proof that
   * its author took it down. Gone when the feed has the post again.
   */
  missing?: string
  /** Place in the archive for ever: `2026-11/2` is the second shelf of November 2026. */
  shelf: string
  /** BCP 47. */
  language: string
  tags: string[]
  enclosures: Enclosure[]
  commentsUrl?: string
  comments?: number
  /** At most 300 characters or 60 words; empty where the blog is `show: link`. */
  excerpt: string
  /** Words of the whole text as the feed gave it; 0 where it gave none. */
  words: number
  /** SPDX id or the address of a licence, where the entry or its feed names one. */
  licence?: string
  /** Addresses the text links to, for "talked about by". */
  links: string[]
  /** SHA-256 of the title and the text as they came, hex: tells an edit from a repetition. */
  sha256: string
  html?: string
}

/** What the site shows of a blog's health (`state.json`); changes only when there is news about it. */
export type BlogState = {
  /** `held`: its feed changed its nature in one step, and what is new waits for a maintainer's word. */
  state: 'active' | 'failing' | 'gone' | 'held'
  /** When this state began, ISO 8601 UTC. */
  since: string
  /** Why it fails: a FetchFailureCode or ParseFailureCode. */
  code?: string
  detail?: string
  /** Why it is held: what is of another nature than before. */
  signals?: HoldSignal[]
}

/** What in a feed may be of another nature than what is kept (see `signalsOf`). */
export type HoldCode = 'ids' | 'host' | 'language' | 'topics' | 'words' | 'links' | 'authors' | 'title' | 'pace'

/** One of these things, and the percentage of the new posts that show it. */
export type HoldSignal = { code: HoldCode; value: number }

/**
 * All that is kept of one blog. Posts are sorted by `published`, then `id`, oldest first. `waiting`: how many more wait for a
 * maintainer's word, where it is held.
 */
export type KeptBlog = { posts: Post[]; state?: BlogState; waiting?: number }
