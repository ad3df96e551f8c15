/** Gives the calendar day of a moment (ISO 8601) in a time zone: `2026-11-21`. */
export function calendarOf(timeZone: string): (iso: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return (iso) => format.format(new Date(iso))
}

/** The school year of a month or day: `2026-09` to `2027-08` is 2026. */
export function schoolYear(date: string): number {
  const [year = '0', of = '1'] = date.split('-')
  return Number(of) >= 9 ? Number(year) : Number(year) - 1
}

/** The months of a school year: `2026-09` to `2027-08` for 2026. */
export const schoolMonths = (year: number): string[] =>
  Array.from({ length: 12 }, (_, index) => new Date(Date.UTC(year, 8 + index, 1)).toISOString().slice(0, 7))
