import type { Schedule } from '../feed.ts'
import { children, type Fields, firstText, nodes, text, type XmlNode } from './node.ts'

const PERIODS: Record<string, number> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 }
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** How often a channel wishes to be read: RSS `ttl`, `skipHours` and `skipDays`, or the syndication module of RSS 1.0. */
export function readSchedule(channel: Fields): Schedule | undefined {
  const everyMinutes = positive(firstText(channel, 'ttl')) ?? fromPeriod(channel)
  const skipHours = wordsIn(nodes(channel, 'skiphours'), 'hour')
    .map(Number)
    .map((hour) => hour % 24)
    .filter((hour) => Number.isInteger(hour) && hour >= 0)
  const days = wordsIn(nodes(channel, 'skipdays'), 'day').map((word) => word.toLowerCase())
  const skipDays = DAYS.filter((day) => days.includes(day.toLowerCase()))
  const schedule: Schedule = {
    ...(everyMinutes === undefined ? {} : { everyMinutes }),
    ...(skipHours.length > 0 ? { skipHours: [...new Set(skipHours)] } : {}),
    ...(skipDays.length > 0 ? { skipDays } : {}),
  }
  return Object.keys(schedule).length > 0 ? schedule : undefined
}

function fromPeriod(channel: Fields): number | undefined {
  const period = PERIODS[firstText(channel, 'sy:updateperiod')?.toLowerCase() ?? '']
  const frequency = positive(firstText(channel, 'sy:updatefrequency')) ?? 1
  return period === undefined ? undefined : Math.max(1, Math.round(period / frequency))
}

const wordsIn = (parents: XmlNode[], name: string): string[] =>
  parents
    .flatMap((parent) => children(parent, name))
    .map((node) => text(node))
    .filter((word) => word !== undefined)

function positive(word: string | undefined): number | undefined {
  const value = Number(word)
  return Number.isSafeInteger(value) && value > 0 ? value : undefined
}
