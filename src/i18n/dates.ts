import { calendarOf } from '../planet/compose/calendar.ts'
import { declined } from './basque.ts'

/** How an interface language says when: all in the planet's time zone, by the calendar there. */
export type Dates = {
  /** `21 November 2026` */
  day(iso: string): string
  /** `Saturday 21 November`, written as a heading, for lists that name their month above. */
  weekday(iso: string): string
  /** `21 November 2026 at 09:00` */
  moment(iso: string): string
  /** A month as a heading is written: `November 2026` for `2026-11`, and in Spanish `Noviembre de 2026`. */
  monthHeading(month: string): string
  /** `November 2026` for `2026-11` */
  month(month: string): string
  /** `23–27 November 2026`, from one calendar day to another; the day alone where they are one. */
  span(first: string, last: string): string
  /** `today`, `3 days ago`; from the seventh day on the date, with its year where it is another. */
  ago(iso: string): string
  /** The calendar day there: `2026-11-21`. */
  calendar(iso: string): string
}

const DAY = 86_400_000

/** The language to write dates in: bare "en" is American to Intl, with the month first; Britain begins with the day and counts 24 hours. */
export const dateLanguage = (language: string): string => (language === 'en' ? 'en-GB' : language)

/** French says the first of a month, `1er décembre`, and only then counts; Intl counts from the first day on. */
const sayFirst = (date: string): string => date.replace(/(?<!\d)1(?=(?:–\d+)? \p{L})/u, '1er')

/** What Intl leaves to do, by language. */
const FINISHES: Readonly<Record<string, (date: string) => string>> = { eu: declined, fr: sayFirst }

/** Builds the dates of a language; `now` is the clock of this build, ISO 8601. */
export function dates(language: string, timeZone: string, now: string): Dates {
  const written = dateLanguage(language)
  const finish = FINISHES[new Intl.Locale(language).language] ?? ((date: string) => date)
  const heading = (say: (date: string) => string) => (date: string) => capital(say(date), language)
  const format = (options: Intl.DateTimeFormatOptions, zone = timeZone) => {
    const formatter = new Intl.DateTimeFormat(written, { timeZone: zone, ...options })
    return (iso: string) => finish(formatter.format(new Date(iso)))
  }
  const calendar = calendarOf(timeZone)
  const day = format({ day: 'numeric', month: 'long', year: 'numeric' })
  const thisYear = format({ day: 'numeric', month: 'long' })
  const month = format({ month: 'long', year: 'numeric' }, 'UTC')
  const days = new Intl.DateTimeFormat(written, { timeZone: 'UTC', dateStyle: 'long' })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const today = calendar(now)
  return {
    day,
    weekday: heading(format({ weekday: 'long', day: 'numeric', month: 'long' })),
    moment: format({ dateStyle: 'long', timeStyle: 'short' }),
    span: (first, last) => finish(days.formatRange(new Date(first), new Date(last))),
    month: (text) => month(`${text}-15T12:00:00Z`),
    monthHeading: heading((text) => month(`${text}-15T12:00:00Z`)),
    ago(date) {
      const then = calendar(date)
      const days = Math.round((Date.parse(today) - Date.parse(then)) / DAY)
      if (days >= 0 && days < 7) return relative.format(-days, 'day')
      return then.slice(0, 4) === today.slice(0, 4) ? thisYear(date) : day(date)
    },
    calendar,
  }
}

/** The first letter large, for what stands alone: many languages write names of languages, months and days of the week small. */
export function capital(text: string, lang: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase(lang) + text.slice(first.length)
}
