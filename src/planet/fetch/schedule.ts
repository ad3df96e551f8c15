import type { Schedule } from '../parse/feed.ts'

const HOUR = 3_600_000
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/**
 * Until when a feed asks to be left alone by `<skipHours>` and `<skipDays>` (UTC), ISO 8601; undefined where it may be asked now.
 * Nobody is left alone for more than a day in a row, whatever is skipped: a feed that skips every hour would never be read.
 */
export function skippedUntil({ skipHours = [], skipDays = [] }: Schedule, now: Date): string | undefined {
  if (skipHours.length === 0 && skipDays.length === 0) return undefined
  const skips = (time: number): boolean => {
    const date = new Date(time)
    // Hour 24 is midnight for those who count from one.
    return skipHours.some((hour) => hour % 24 === date.getUTCHours()) || skipDays.includes(DAYS[date.getUTCDay()] ?? '')
  }
  const hour = Math.floor(now.getTime() / HOUR) * HOUR
  if (!skips(hour)) return undefined
  let first = hour
  while (skips(first - HOUR) && first > hour - 24 * HOUR) first -= HOUR
  let end = hour + HOUR
  while (skips(end) && end < first + 24 * HOUR) end += HOUR
  return end > now.getTime() && end <= first + 24 * HOUR ? new Date(end).toISOString() : undefined
}
