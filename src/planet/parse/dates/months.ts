/**
 * Languages whose month names are met in dates: those of teachers' blogs on platforms that write dates by the blog's language.
 */
const LANGUAGES = `en es ca ru pt fr de it gl eu pl uk be bg sr hr sl cs sk hu ro tr nl el
  sv nb da fi et lv lt ar fa he hi id ms vi th ko ja zh`.split(/\s+/)

/** Short forms that no locale has and feeds do. */
const EXTRA: Record<string, number> = {
  sept: 8,
  set: 8,
  agto: 7,
  mrz: 2,
  maerz: 2,
  jaen: 0,
  ene: 0,
  dez: 11,
  okt: 9,
  mai: 4,
  dic: 11,
  abr: 3,
  ago: 7,
  fev: 1,
  avr: 3,
  aout: 7,
  juin: 5,
  juil: 6,
  мая: 4,
  май: 4,
  мар: 2,
}

/**
 * A word without accents, dots and case: `févr.` is `fevr`, `Mär` is `mar`. Of й only the small sign is kept, which makes it
 * another letter.
 */
export const plain = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<!и)\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll('.', '')

let names: Map<string, number> | undefined

const ENGLISH = 'janfebmaraprmayjunjulaugsepoctnovdec'

/** The month that a word names in any of the languages, 0 to 11; by its first letters where no language has just that word. */
export function monthOf(word: string): number | undefined {
  const english = word.length === 3 ? ENGLISH.indexOf(word.toLowerCase()) : -1
  if (english >= 0 && english % 3 === 0) return english / 3
  const key = plain(word)
  names ??= collect()
  const exact = names.get(key)
  if (exact !== undefined || key.length < 3) return exact
  const known = guessed.get(key)
  if (known !== undefined) return known === null ? undefined : known
  const months = new Set([...names].filter(([name]) => isAlike(name, key)).map(([, month]) => month))
  const month = months.size === 1 ? [...months][0] : undefined
  if (guessed.size < MOST_GUESSES) guessed.set(key, month ?? null)
  return month
}

const isAlike = (name: string, key: string): boolean => name.startsWith(key) || (name.length > 2 && key.startsWith(name))

/** Words that were looked for before, weekdays mostly; null for those that are no month. */
const guessed = new Map<string, number | null>()
const MOST_GUESSES = 1000

function collect(): Map<string, number> {
  const found = new Map<string, number>()
  // The first languages are the most likely: a name that two languages give to different months (lipca, lipanj) stays with the
  // first.
  for (const language of LANGUAGES) {
    for (const options of FORMS) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...options, timeZone: 'UTC' })
      for (let month = 0; month < 12; month++) {
        const part = format.formatToParts(Date.UTC(2001, month, 3)).find(({ type }) => type === 'month')
        const name = plain(part?.value ?? '')
        if (/\p{L}/u.test(name) && !found.has(name)) found.set(name, month)
      }
    }
  }
  for (const [name, month] of Object.entries(EXTRA)) if (!found.has(name)) found.set(name, month)
  return found
}

const FORMS: Intl.DateTimeFormatOptions[] = [
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
  { month: 'long' },
  { month: 'short' },
]
