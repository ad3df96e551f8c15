import { directionOf } from '../planet/compose/blog-ref.ts'
import type { Labels } from '../planet/config/topics.ts'
import { capital, type Dates, dates } from './dates.ts'
import { type Dictionaries, isKey, type Key, languageName, type Translate, translator } from './index.ts'

/** A text that may stand in another language than the page: then `lang` says which. */
export type Said = { text: string; lang?: string | undefined }

/** All that a page needs to speak one language. */
export type Interface = {
  lang: string
  dir: 'ltr' | 'rtl'
  t: Translate
  /** Whether a key put together at run time is one that `t` can say. */
  knows(key: string): key is Key
  dates: Dates
  number(value: number): string
  list(words: string[]): string
  /** The name of a language as this one calls it, written as a heading: `Catalan`, `Catalán`. */
  languageName(tag: string): string
  /** The label in this language, else in English. */
  label(labels: Labels): Said
  /** What marks a block of a language on a page of this one: nothing where it is the same, `dir` where it is written the other way. */
  marks(language?: string): { lang?: string; dir?: 'ltr' | 'rtl' }
  compare(a: string, b: string): number
}

/** Builds the interface in a language; `now` is the clock of this build, ISO 8601. */
export function openInterface(dictionaries: Dictionaries, lang: string, timezone: string, now: string): Interface {
  const collator = new Intl.Collator(lang, { numeric: true })
  const numbers = new Intl.NumberFormat(lang)
  const lists = new Intl.ListFormat(lang, { type: 'unit' })
  const dir = directionOf(lang)
  return {
    lang,
    dir,
    t: translator(dictionaries, lang),
    knows: (key): key is Key => isKey(dictionaries, key),
    dates: dates(lang, timezone, now),
    number: (value) => numbers.format(value),
    list: (words) => lists.format(words),
    languageName: remember((tag) => capital(languageName(tag, lang), lang)),
    label(labels) {
      const own = labels[lang] ?? labels[new Intl.Locale(lang).language]
      return own === undefined ? { text: labels.en, lang: 'en' } : { text: own }
    },
    marks(language = lang) {
      const own = directionOf(language)
      return { ...(language === lang ? {} : { lang: language }), ...(own === dir ? {} : { dir: own }) }
    },
    compare: (a, b) => collator.compare(a, b),
  }
}

/** Names are asked for by the thousand, and Intl takes its time for each. */
function remember(name: (tag: string) => string): (tag: string) => string {
  const known = new Map<string, string>()
  return (tag) => {
    const found = known.get(tag) ?? name(tag)
    known.set(tag, found)
    return found
  }
}
