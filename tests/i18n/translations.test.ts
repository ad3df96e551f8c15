import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDictionaries } from '../../src/i18n/index.ts'
import { AGAINST } from '../../src/planet/config/moderation.ts'

const root = join(import.meta.dirname, '../..')
const { en = {}, ...others } = await loadDictionaries(join(root, 'src/i18n'))

const PLURAL = /\.(?<form>zero|one|two|few|many|other)$/
const hasForms = (base: string) => `${base}.other` in en
const baseOf = (key: string) => (hasForms(key.replace(PLURAL, '')) ? key.replace(PLURAL, '') : key)
const placeholders = (sentence: string) => new Set(sentence.match(/\{\w+\}/g))

/** Numbers that show between them what each plural form stands for, in any language. */
const NUMBERS = [...Array(131).keys(), 1_000_000, 2_000_000]
/** The plural forms of a language, and those that stand for one number alone, as English `one`; French `one` is 0 and 1. */
function formsOf(language: string) {
  const rules = new Intl.PluralRules(language)
  const counted = NUMBERS.map((number) => rules.select(number))
  const all = rules.resolvedOptions().pluralCategories
  return { all, alone: all.filter((form) => counted.filter((other) => other === form).length === 1) }
}

/** What is wrong with the placeholders of a sentence, if anything. */
function placeholderSlip(key: string, sentence: string, alone: string[]): string | undefined {
  const base = baseOf(key)
  const english = placeholders(en[key] ?? en[`${base}.other`] ?? '')
  const written = placeholders(sentence)
  const form = base === key ? undefined : PLURAL.exec(key)?.groups?.form
  const few = form === 'zero' || form === 'one' || form === 'two'
  const needed = few ? (alone.includes(form) ? [] : [...english].filter((name) => name === '{count}')) : [...english]
  const lost = needed.filter((name) => !written.has(name))
  const unknown = [...written].filter((name) => !english.has(name) && !placeholders(en[`${base}.other`] ?? '').has(name))
  if (lost.length > 0) return `${key} lacks ${lost.join(', ')}`
  return unknown.length > 0 ? `${key} has ${unknown.join(', ')}, which nobody fills` : undefined
}

describe.each(Object.entries({ en, ...others }))('the dictionary of %s', (language, dictionary) => {
  const { all, alone } = formsOf(language)
  const wanted = new Set(
    Object.keys(en).flatMap((key) => {
      const base = baseOf(key)
      return base === key ? [key] : all.map((form) => `${base}.${form}`)
    }),
  )

  it('says every key, with every plural form of the language, and no other', () => {
    const keys = new Set(Object.keys(dictionary))
    const missing = [...wanted].filter((key) => !keys.has(key))
    const surplus = [...keys].filter((key) => !wanted.has(key))
    expect({ missing, surplus }, `src/i18n/${language}.json beside en.json`).toEqual({ missing: [], surplus: [] })
  })

  it('keeps every placeholder, and has none that nobody fills', () => {
    expect(Object.entries(dictionary).flatMap(([key, sentence]) => placeholderSlip(key, sentence, alone) ?? [])).toEqual([])
  })

  it('leaves nothing empty', () => {
    expect(Object.entries(dictionary).filter(([, sentence]) => sentence.trim() === '')).toEqual([])
  })

  it('is sorted, so that two hands can add to it', () => {
    expect(Object.keys(dictionary)).toEqual(Object.keys(dictionary).sort())
  })
})

describe('the English dictionary', () => {
  /** The members of a union of codes, as its source writes them. */
  const codesOf = (file: string, type: string) => {
    const source = readFileSync(join(root, file), 'utf8')
    const union = new RegExp(`export type ${type} =([^\\n]*(?:\\n {2}\\|[^\\n]*)*)`).exec(source)?.[1] ?? ''
    return [...union.matchAll(/'([a-z-]+)'/g)].map(([, code = '']) => code)
  }
  const codes = [
    ...codesOf('src/planet/fetch/result.ts', 'FetchFailureCode'),
    ...codesOf('src/planet/parse/feed.ts', 'ParseFailureCode'),
    'gone',
  ]

  it('knows the codes', () => expect(codes.length).toBeGreaterThan(25))

  it.each(codes)('says what "%s" means and how to mend it', (code) => {
    expect(en[`failure.${code}.what`]).toMatch(/\S[.!]$/)
    expect(en[`failure.${code}.mend`]).toMatch(/\S[.!]$/)
  })

  it.each(AGAINST)('names the reason "%s" for not showing a blog', (reason) => {
    expect(en[`reason.${reason}.what`]).toMatch(/\S$/)
  })

  it.each(codesOf('src/planet/archive/post.ts', 'HoldCode'))('says what has changed where a feed is held for "%s"', (code) => {
    expect(en[`hold.${code}`]).toMatch(/\S\.$/)
  })
})
