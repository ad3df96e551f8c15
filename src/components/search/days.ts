/**
 * A date such as `2026-11-02` in the words of a language: `days` has one for each month, with `{y}` and `{d}` for the year and the day.
 * Browsers do not know all languages of the planet; its builder does.
 */
export const dayIn = (days: string[], date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-')
  return (days[Number(month) - 1] ?? date).replace('{y}', year).replace('{d}', String(Number(day)))
}

/** The days of a language for `dayIn`, from what says a date there. */
export const daysOf = (format: Intl.DateTimeFormat): string[] =>
  Array.from({ length: 12 }, (_, month) =>
    format
      .formatToParts(Date.UTC(2001, month, 9, 12))
      .map(({ type, value }) => (type === 'year' ? '{y}' : type === 'day' ? '{d}' : value))
      .join(''),
  )
