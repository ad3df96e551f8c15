import { monthOf } from './dates/months.ts'
import { offsetOf } from './dates/zones.ts'

/** The longest that anything like a date is; what is longer is a text. */
const LONGEST = 80

type Parts = { year: number; month: number; day: number }
type Time = { hour: number; minute: number; second: number; zone: string | undefined; rest: string }

/**
 * Reads a date as feeds write it and gives it in ISO 8601 UTC, or nothing where it is none: RFC 822 and RFC 3339 with all that
 * people make of them (named zones, two-digit years, months in their own language, no seconds, no time, no zone: UTC), asctime,
 * Unix seconds.
 */
export function readDate(text: string | undefined): string | undefined {
  if (text === undefined || text.length > LONGEST) return undefined
  const trimmed = text.trim().replace(/\s+/g, ' ')
  // MySQL's zero date comes out of PHP as -0001-11-30.
  if (trimmed.startsWith('-')) return undefined
  if (/^\d{9,13}$/.test(trimmed)) return iso(Number(trimmed) * (trimmed.length > 11 ? 1 : 1000))
  return readRfc822(trimmed) ?? readIso(trimmed) ?? readBasic(trimmed) ?? readOther(trimmed)
}

const RFC822 = /^(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) ([A-Z]{1,4}|[+-]\d{4})$/

/** The one form that RFC 822 has (with four digits for the year), which nearly every RSS feed keeps to: read without a detour. */
function readRfc822(text: string): string | undefined {
  const match = text.match(RFC822)
  const month = monthOf(match?.[2] ?? '')
  if (!match || month === undefined) return undefined
  const time = { hour: Number(match[4]), minute: Number(match[5]), second: Number(match[6]), zone: match[7], rest: '' }
  return instant({ year: Number(match[3]), month, day: Number(match[1]) }, time, 0)
}

const ISO = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,3}))?)?(?:[T ,]+(\d{1,2})(?:[:.](\d{1,2}))?(?::(\d{1,2}))?(?:[.,](\d+))? ?(.*))?$/i

/** RFC 3339 and W3CDTF, with one-digit parts, a blank for the T, no seconds, or a year or month alone. */
function readIso(text: string): string | undefined {
  const match = text.match(ISO)
  if (!match) return undefined
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', fraction = '', zone] = match
  const date = { year: Number(year), month: Number(month) - 1, day: Number(day) }
  const time = { hour: Number(hour), minute: Number(minute), second: Number(second), zone, rest: '' }
  return instant(date, time, Number(`0.${fraction.slice(0, 3) || 0}`))
}

/** `20050815T155201Z`, and `20050815` alone. */
function readBasic(text: string): string | undefined {
  const match = text.match(/^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(.*))?$/i)
  if (!match) return undefined
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone] = match
  const time = { hour: Number(hour), minute: Number(minute), second: Number(second), zone, rest: '' }
  return instant({ year: Number(year), month: Number(month) - 1, day: Number(day) }, time, 0)
}

/** Everything else: the time is taken out first, then what is left must name a day. */
function readOther(text: string): string | undefined {
  const time = takeTime(text)
  const date = readDay(time.rest)
  return date && instant(date, time, 0)
}

const TIME = /(?:^|[ T,])(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?!\.?\d) ?([ap]\.?m\.?(?![a-z]))?/i
const ZONE = / ?((?:GMT|UTC|UT)? ?[+-] ?\d{1,2}(?::?\d{2})?|[A-Z]{1,5}(?:\/GMT)?)(?: \([\w .]*\))?(?= |$)/

function takeTime(text: string): Time {
  const korean = text.replace(
    /(오전|오후|午前|午後|上午|下午) ?(\d{1,2})[:시时時点點] ?(\d{2})?[분分]?(?::?(\d{2}))?[초秒]?/,
    (_, half, hour, minute = '00', second = '00') => {
      const late = /오후|午後|下午/.test(half)
      return ` ${(Number(hour) % 12) + (late ? 12 : 0)}:${minute}:${second}`
    },
  )
  const match = korean.match(TIME)
  if (!match) return { hour: 0, minute: 0, second: 0, zone: undefined, rest: korean }
  const [whole, hour, minute, second = '0', half] = match
  const before = korean.slice(0, match.index)
  const after = korean.slice((match.index ?? 0) + whole.length)
  const zone = after.match(ZONE)
  const isLate = half?.toLowerCase().startsWith('p')
  const value = half ? (Number(hour) % 12) + (isLate ? 12 : 0) : Number(hour)
  const rest = `${before} ${zone ? after.replace(zone[0], '') : after}`
  return { hour: value, minute: Number(minute), second: Number(second), zone: zone?.[1], rest }
}

const NUMBERS = /^\D*(\d{1,4})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{2,4})\D*$/
const EASTERN = /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]?/

/** The day that words and numbers name: `Mon, 15 Aug 05`, `August 15, 2005`, `15-août-2005`, `15.08.2005`, `2005/8/15`. */
function readDay(text: string): Parts | undefined {
  const eastern = text.match(EASTERN)
  if (eastern) return { year: Number(eastern[1]), month: Number(eastern[2]) - 1, day: Number(eastern[3]) }
  const numbers = text.match(NUMBERS)
  if (numbers && !/\p{L}{3,}\D*\d.*\p{L}/u.test(text))
    return byOrder(Number(numbers[1]), Number(numbers[2]), numbers[3] ?? '', text)
  const words = text.match(/\p{L}[\p{L}\p{M}.]*/gu) ?? []
  const month = words.map(monthOf).findLast((found) => found !== undefined)
  const values = text.match(/\d+/g) ?? []
  if (month === undefined || values.length === 0 || values.length > 2) return undefined
  const [first = '', second] = values
  if (second === undefined) return first.length === 4 ? { year: Number(first), month, day: 1 } : undefined
  const isYearFirst = first.length === 4
  return { year: fullYear(isYearFirst ? first : second), month, day: Number(isYearFirst ? second : first) }
}

/**
 * Numbers alone: year first where it has four digits; day first with dots, month first with slashes as America writes, unless it
 * cannot be a month.
 */
function byOrder(first: number, second: number, third: string, text: string): Parts {
  if (first > 31) return { year: first, month: second - 1, day: Number(third) }
  const isDayFirst = first > 12 || (/\d\.\d/.test(text) && second <= 12)
  return { year: fullYear(third), month: (isDayFirst ? second : first) - 1, day: isDayFirst ? first : second }
}

/** Two digits below 70 are of this century (RFC 2822 §4.3 has 50; feeds are younger than 1970). */
const fullYear = (text: string): number => (text.length > 2 ? Number(text) : Number(text) + (Number(text) < 70 ? 2000 : 1900))

function instant({ year, month, day }: Parts, { hour, minute, second, zone }: Time, fraction: number): string | undefined {
  const isDate = month >= 0 && month < 12 && day >= 1 && day <= 31 && year >= 1
  // 24:00:00 and leap seconds roll over.
  if (!isDate || hour > 24 || minute > 59 || second > 60) return undefined
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  date.setUTCHours(hour, minute - offsetOf(zone), second, Math.round(fraction * 1000))
  return iso(date.getTime())
}

const iso = (time: number): string | undefined =>
  Number.isFinite(time) && Math.abs(time) < 8.64e15 ? new Date(time).toISOString() : undefined
