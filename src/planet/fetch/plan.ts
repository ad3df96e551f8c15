import { hash } from 'node:crypto'
import { later } from './freshness.ts'
import type { FetchRequest } from './result.ts'
import { skippedUntil } from './schedule.ts'
import type { HttpState } from './state.ts'

export type Plan = { kind: 'ask'; request: FetchRequest } | { kind: 'wait'; until: string }

/** Servers exist that answer "not modified" to everything: so much later a feed is asked for whole. */
const WHOLE_AFTER_DAYS = 8
/** Over so many days the blogs of one first run are spread. */
const SPREAD_DAYS = 4

/**
 * Whether a blog is asked now, and how. `now` is ISO 8601 UTC; `byHand` sets aside every timer but a Retry-After.
 * The very first failure does not hold the next run back.
 */
export function planRequest(
  state: HttpState,
  { blog, url, now, byHand = false }: { blog: string; url: string; now: string; byHand?: boolean },
): Plan {
  const known = state.url === url ? state : {}
  const timers = byHand ? [known.retryAfter] : [known.retryAfter, known.notBefore, known.failures?.retry]
  const until = timers.reduce(later)
  if (until !== undefined && until > now) return { kind: 'wait', until }
  const skipped = byHand ? undefined : skippedUntil(known.schedule ?? {}, new Date(now))
  if (skipped !== undefined) return { kind: 'wait', until: skipped }

  const everyMinutes = known.schedule?.everyMinutes
  return {
    kind: 'ask',
    request: {
      url,
      ...(known.validators === undefined || isWholeDue(known, blog, now) ? {} : { validators: known.validators }),
      ...(known.validatorsOf === undefined ? {} : { validatorsOf: known.validatorsOf }),
      ...(everyMinutes === undefined ? {} : { everyMinutes }),
      ...(known.sha256 === undefined || byHand ? {} : { mayRest: true }),
    },
  }
}

/** True when the feed last came whole five to eight days ago, each blog after a number of days of its own. */
export function isWholeDue({ wholeOn }: HttpState, blog: string, now: string): boolean {
  if (wholeOn === undefined) return true
  const days = (Date.parse(now.slice(0, 10)) - Date.parse(wholeOn)) / 86_400_000
  if (days <= WHOLE_AFTER_DAYS - SPREAD_DAYS) return false
  return days >= WHOLE_AFTER_DAYS - (hash('sha256', blog, 'buffer').readUInt8() % SPREAD_DAYS)
}
