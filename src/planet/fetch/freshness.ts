import { type Headers, header, httpDate } from './headers.ts'

/** Feeds with a max-age of a year exist, and a `<ttl>` in seconds instead of minutes: nobody means that for a feed. */
const LONGEST_SECONDS = 24 * 3600

/**
 * Until when the server calls its answer fresh (RFC 9111 §5.2, §5.3), at most a day, ISO 8601 UTC; undefined where it does not.
 * `max-age` goes before `Expires`; `Age` is taken off; no freshness is guessed from Last-Modified.
 */
export function freshUntil(headers: Headers, now: Date): string | undefined {
  const seconds = freshSeconds(headers)
  return seconds === undefined ? undefined : within(seconds, now)
}

/** Until when a feed itself wishes to be left alone (`<ttl>`, `sy:updatePeriod`), at most a day, ISO 8601 UTC. */
export const wishOf = (everyMinutes: number | undefined, now: Date): string | undefined => within((everyMinutes ?? 0) * 60, now)

/** The later of two instants, where there are any. */
export const later = (one: string | undefined, other: string | undefined): string | undefined =>
  one !== undefined && other !== undefined ? (one > other ? one : other) : (one ?? other)

function within(seconds: number, now: Date): string | undefined {
  if (!(seconds > 0)) return undefined
  return new Date(now.getTime() + Math.min(seconds, LONGEST_SECONDS) * 1000).toISOString()
}

function freshSeconds(headers: Headers): number | undefined {
  const control = [headers['cache-control'] ?? []].flat().join(',').toLowerCase()
  if (/\bno-(?:cache|store)\b/.test(control)) return undefined
  const age = Number(header(headers, 'age') ?? 0)
  const maxAge = /(?<![-\w])max-age\s*=\s*"?(\d+)/.exec(control)?.[1]
  if (maxAge !== undefined) return Number(maxAge) - (age > 0 ? age : 0)
  // By the server's own clock, whatever ours says.
  const expires = httpDate(header(headers, 'expires'))
  const date = httpDate(header(headers, 'date'))
  return expires === undefined || date === undefined ? undefined : (expires - date) / 1000
}
