import { httpDate } from './headers.ts'

/** After a 429 that names no time. */
const DEFAULT_MS = 10 * 60_000
/** A host that says "in a year" means "not now": the blog would be lost. */
const LONGEST_MS = 7 * 24 * 3_600_000

/**
 * When a host wants to be asked again (RFC 9110 §10.2.3: seconds, or a date), ISO 8601 UTC; undefined where it does not say.
 * @example retryAfter('120', new Date('2026-11-21T08:00:00Z')) === '2026-11-21T08:02:00.000Z'
 */
export function retryAfter(value: string | undefined, now: Date): string | undefined {
  const wait = waitOf(value?.trim() ?? '', now)
  return wait === undefined ? undefined : later(now, Math.min(Math.max(wait, 0), LONGEST_MS))
}

/** As {@link retryAfter}, for a 429, which always means a wait. */
export const retryAfterOrDefault = (value: string | undefined, now: Date): string =>
  retryAfter(value, now) ?? later(now, DEFAULT_MS)

function waitOf(value: string, now: Date): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000)
  const time = httpDate(value)
  return time === undefined ? undefined : time - now.getTime()
}

const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString()
