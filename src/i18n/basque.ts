/**
 * Writes the endings of a Basque date as they are spoken. Intl leaves the choice to the reader, `2026(e)ko azaroaren 21(a)`, and
 * forgets the case of a month that follows no year, `azaroa 21(a)`.
 * @example declined('2026(e)ko azaroaren 21(a)') === '2026ko azaroaren 21a'
 */
export function declined(date: string): string {
  return date
    .replace(/^(\p{L}+a) (?=\d+\(a\))/u, '$1ren ')
    .replace(/(\d+)\(e\)ko/, (_, year: string) => year + (endsInConsonant(Number(year)) ? 'eko' : 'ko'))
    .replace(/(\d+)\(a\)/, (_, day: string) => (ELEVENS.has(day) ? day : `${day}a`))
}

/** `hamaika` and `hogeita hamaika` end in an a of their own. */
const ELEVENS = new Set(['11', '31'])

/** Whether a year, read aloud, ends in `bat`, `bost`, `hamar`, `hamabost` or `ehun`; Basque counts in twenties. */
const endsInConsonant = (year: number): boolean => (year % 100 === 0 ? year % 1000 !== 0 : [1, 5, 10, 15].includes(year % 20))
