import { calendarOf } from './calendar.ts'
import type { Card } from './planet.ts'

const DAY = 86_400_000
const NEAR = 3 * DAY
const SHOWN = 4

/**
 * Posts of these days in earlier years: at most three days from today's date, as the calendar of the planet has it. At most four, one
 * of a blog, from as many years as there are; newest first. A date that was guessed says nothing of the year, and does not count.
 */
export function otherYearsOf(cards: Card[], now: string, timeZone: string): Card[] {
  const calendar = calendarOf(timeZone)
  const today = calendar(now)
  const byYear = new Map<number, Card[]>()
  for (const card of cards) {
    const year = card.dateGuessed ? undefined : anniversaryNear(calendar(card.published), today)
    if (year !== undefined) byYear.set(year, [...(byYear.get(year) ?? []), card])
  }
  const chosen: Card[] = []
  const years = [...byYear].sort(([a], [b]) => b - a).map(([, own]) => own)
  for (let turn = 0; turn < SHOWN; turn++) {
    for (const own of years) {
      const next = own.find(({ source }) => !chosen.some((other) => other.source.id === source.id))
      if (next !== undefined && chosen.length < SHOWN) chosen.push(next)
    }
  }
  return chosen.sort((a, b) => (a.published < b.published ? 1 : -1))
}

/** The earlier year in which today's date falls within three days of `day`. 29 February is 1 March where there is none. */
function anniversaryNear(day: string, today: string): number | undefined {
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number)
  const then = Date.parse(day)
  const near = new Date(then).getUTCFullYear()
  return [near - 1, near, near + 1].find((other) => other < year && Math.abs(Date.UTC(other, month - 1, date) - then) <= NEAR)
}
