import { hash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Schedule } from '../parse/feed.ts'
import { later, wishOf } from './freshness.ts'
import { isWholeDue } from './plan.ts'
import type { FetchFailureCode, FetchResult } from './result.ts'
import type { HttpState } from './state.ts'

/** A fetch's result; or `unread`, for a body that came and was no feed, or could not be kept. */
export type Lesson = FetchResult | { kind: 'unread' }

/** Failures that no server had a part in: there is nobody to be spared by waiting. */
const LOCAL: ReadonlySet<FetchFailureCode> = new Set(['address-invalid', 'address-private', 'robots', 'file-missing'])

/** The second failure in a row waits an hour, each further one twice as long, none more than a day. */
const MOST_COUNTED = 7

/** Permanence is believed after so many days. */
const MOVED_DAYS = 3

/**
 * What is known after a question. The very same object where nothing changed, or nothing but the clock: then nothing needs to be
 * written. Validators are taken only from a body that was read, and never put together from two answers.
 */
export function learn(
  state: HttpState,
  { blog, url, result, now, schedule }: { blog: string; url: string; result: Lesson; now: string; schedule?: Schedule },
): HttpState {
  if (result.kind === 'wait') return state
  const known: HttpState = state.url === url ? state : { url }
  const next = lesson(known, result, now, schedule)
  return isSame(known, next, isWholeDue(known, blog, now)) && known === state ? state : next
}

function lesson(
  known: HttpState,
  result: Exclude<Lesson, { kind: 'wait' }>,
  now: string,
  schedule: Schedule | undefined,
): HttpState {
  switch (result.kind) {
    case 'unchanged': {
      const { failures, retryAfter, moved, ...rest } = known
      return { ...rest, ...movedAfter(moved, result.movedTo, now) }
    }
    case 'fresh': {
      const { url } = known
      const { validators, finalUrl } = result
      const notBefore = later(result.notBefore, wishOf(schedule?.everyMinutes, new Date(now)))
      const isConditional = Object.keys(validators).length > 0
      return {
        ...(url === undefined ? {} : { url }),
        ...(isConditional ? { validators, validatorsOf: finalUrl, wholeOn: now.slice(0, 10) } : {}),
        sha256: sha256(result.bytes),
        ...(notBefore === undefined ? {} : { notBefore }),
        ...movedAfter(known.moved, result.movedTo, now),
        ...(schedule === undefined ? {} : { schedule }),
      }
    }
    case 'unread':
    case 'gone':
      return { ...known, failures: failuresAfter(known, now, false) }
    case 'failed': {
      const { retryAfter, ...rest } = known
      return {
        ...rest,
        ...(result.retryAfter === undefined ? {} : { retryAfter: result.retryAfter }),
        failures: failuresAfter(known, now, LOCAL.has(result.code)),
      }
    }
  }
}

function failuresAfter({ failures }: HttpState, now: string, local: boolean): NonNullable<HttpState['failures']> {
  const since = failures?.since ?? now
  if (local) return { count: 1, since }
  const count = Math.min((failures?.count ?? 0) + 1, MOST_COUNTED)
  const hours = count === 1 ? 0 : Math.min(2 ** (count - 2), 24)
  const retry = new Date(Date.parse(now) + hours * 3_600_000).toISOString()
  return { count, since, ...(hours === 0 ? {} : { retry }) }
}

/** Counts the days on which an address redirects for good to the same other one; anything else begins anew. */
function movedAfter(before: HttpState['moved'], to: string | undefined, now: string): Pick<HttpState, 'moved'> {
  if (to === undefined) return {}
  const days = before?.to === to ? before.days : []
  const today = now.slice(0, 10)
  return { moved: { to, days: days.includes(today) || days.length >= MOVED_DAYS ? days : [...days, today] } }
}

/** The same but for what the clock moved; a day on which the feed had to come whole is news. */
function isSame(known: HttpState, next: HttpState, wholeWasDue: boolean): boolean {
  if (known === next) return true
  if (next.failures !== undefined) return isDeepStrictEqual(known, next)
  const still = (state: HttpState): HttpState => {
    const { notBefore, wholeOn, ...rest } = state
    return rest
  }
  return isDeepStrictEqual(still(known), still(next)) && !(wholeWasDue && known.wholeOn !== next.wholeOn)
}

/** True where a body is the last one over again: nothing in it needs to be read. */
export const isSameBody = (state: HttpState, bytes: Uint8Array): boolean => state.sha256 === sha256(bytes)

const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex')
