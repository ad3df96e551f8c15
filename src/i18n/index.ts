import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { directionOf } from '../planet/compose/blog-ref.ts'
import type english from './en.json'

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
type Written = keyof typeof english
/** Every key of `en.json`; those with plural forms without their ending: `posts` for `posts.one`, `posts.other`. */
export type Key = Written extends infer K ? (K extends `${infer Base}.${Plural}` ? Base : K) : never

export type Dictionary = Readonly<Record<string, string>>
/** Dictionaries by language tag, as the files are named: `en.json` is `en`. */
export type Dictionaries = Readonly<Record<string, Dictionary>>
export type Values = Readonly<Record<string, string | number>>
export type Translate = (key: Key, values?: Values) => string

/**
 * Reads every `<tag>.json` of a folder.
 * @throws Error naming the file that is not a flat object of strings.
 */
export async function loadDictionaries(folder: string): Promise<Dictionaries> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  const read = names.map(async (name) => [name.slice(0, -'.json'.length), await readDictionary(join(folder, name))] as const)
  return Object.fromEntries(await Promise.all(read))
}

async function readDictionary(file: string): Promise<Dictionary> {
  const words: unknown = JSON.parse(await readFile(file, 'utf8'))
  if (!isDictionary(words)) throw new Error(`${file} must be one flat object of strings.`)
  return words
}

const isDictionary = (words: unknown): words is Dictionary =>
  typeof words === 'object' && words !== null && Object.values(words).every((word) => typeof word === 'string')

/**
 * Gives the function that says a key in a language. `{name}` in a sentence is replaced by `values.name`; numbers are written as
 * the language writes them. With `values.count` the form that the language's plural rules ask for is taken. What a language does
 * not say is said in English; a key that English lacks too is a mistake of the program. Where the language is written from right to
 * left, the values that are texts are isolated (UAX #9), so that a Latin name does not turn the sentence around it.
 * @example translator(dictionaries, 'ru')('count.posts', { count: 3 }) === '3 записи'
 */
export function translator(dictionaries: Dictionaries, language: string): Translate {
  const spoken = [language, 'en'].flatMap((tag) => {
    const dictionary = dictionaries[tag]
    return dictionary ? [{ dictionary, plural: new Intl.PluralRules(tag), number: new Intl.NumberFormat(tag) }] : []
  })
  const text = directionOf(language) === 'rtl' ? isolated : (value: string) => value
  return (key, values = {}) => {
    const { count } = values
    for (const { dictionary, plural, number } of spoken) {
      const counted =
        typeof count === 'number' ? (dictionary[`${key}.${plural.select(count)}`] ?? dictionary[`${key}.other`]) : undefined
      const sentence = counted ?? dictionary[key]
      if (sentence !== undefined)
        return fill(sentence, values, (value) => (typeof value === 'number' ? number.format(value) : text(value)))
    }
    throw new Error(`No dictionary says "${key}".`)
  }
}

function fill(sentence: string, values: Values, write: (value: string | number) => string): string {
  return sentence.replace(/\{(\w+)\}/g, (written, name: string) => {
    const value = values[name]
    return value === undefined ? written : write(value)
  })
}

/** A text between the marks that keep its direction to itself: first strong isolate, pop directional isolate. */
const isolated = (text: string): string => `\u2068${text}\u2069`

/** Whether a key that was put together at run time, such as `failure.<code>.what`, is one that English says. */
export const isKey = (dictionaries: Dictionaries, key: string): key is Key => dictionaries.en?.[key] !== undefined

/**
 * The name of a language, in another: `languageName('ca', 'es')` is `catalán`. Without its region: nobody looks for British English.
 * Unknown tags stay as they are.
 */
export function languageName(tag: string, inLanguage: string): string {
  const { language, script } = new Intl.Locale(tag)
  const name = script === undefined ? language : `${language}-${script}`
  return new Intl.DisplayNames([inLanguage, 'en'], { type: 'language', fallback: 'code' }).of(name) ?? tag
}
