declare const untrusted: unique symbol

/** Text from outside that may carry markup, scripts included. Only `src/planet/html` turns it into something a page may hold. */
export type UntrustedHtml = string & { readonly [untrusted]: true }

/** Marks a string as untrusted: the one way in. */
export const asUntrusted = (text: string): UntrustedHtml => text as UntrustedHtml

/** A file that belongs to an entry (RSS `enclosure`, Atom `link rel=enclosure`, JSON Feed `attachments`). `length` in bytes. */
export type Enclosure = { url: string; type?: string; length?: number }

/** How often a feed wishes to be read: `<ttl>`, `sy:updatePeriod` and `sy:updateFrequency`, `<skipHours>` (0–23, UTC), `<skipDays>`. */
export type Schedule = { everyMinutes?: number; skipHours?: number[]; skipDays?: string[] }

/** One item of a feed as it came. Dates are ISO 8601 UTC, addresses absolute, texts decoded once but not sanitised. */
export type Entry = {
  id?: string
  url?: string
  title?: UntrustedHtml
  published?: string
  updated?: string
  authors: string[]
  html?: UntrustedHtml
  summary?: UntrustedHtml
  tags: string[]
  enclosures: Enclosure[]
  licence?: string
  commentsUrl?: string
  comments?: number
  /** BCP 47, only where the entry itself (or an element around it) says so. */
  language?: string
}

/** A feed as it came, whatever its format. `url` is the site's address, not the feed's. */
export type Feed = {
  title?: UntrustedHtml
  url?: string
  description?: UntrustedHtml
  language?: string
  licence?: string
  schedule?: Schedule
  entries: Entry[]
}

/** Why bytes are not a feed. Each code has a sentence and a way out in every interface language (`failure.<code>.*`). */
export type ParseFailureCode =
  | 'empty'
  | 'web-page'
  | 'login-wall'
  | 'robot-check'
  | 'parked'
  | 'not-a-feed'
  | 'unreadable'
  | 'too-slow'

/** A feed, or why there is none. `feeds` names the feeds that a web page links to, absolute, best first. */
export type ParseResult = { ok: true; feed: Feed } | { ok: false; code: ParseFailureCode; detail: string; feeds?: string[] }

/** Where the bytes came from: the address that relative links stand on, and the Content-Type the server named. */
export type Source = { url: string; contentType?: string }
