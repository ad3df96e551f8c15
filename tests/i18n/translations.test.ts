import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Dictionary, loadDictionaries } from '../../src/i18n/index.ts'
import { AGAINST } from '../../src/planet/config/moderation.ts'

const root = join(import.meta.dirname, '../..')
const { en = {}, ...others } = await loadDictionaries(join(root, 'src/i18n'))

const PLURAL = /\.(?:zero|one|two|few|many|other)$/
const hasForms = (dictionary: Dictionary, base: string) => `${base}.other` in dictionary
const baseOf = (key: string) => (hasForms(en, key.replace(PLURAL, '')) ? key.replace(PLURAL, '') : key)
const placeholders = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].sort()

describe.each(Object.entries(others))('the dictionary of %s', (language, dictionary) => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const wanted = Object.keys(en).flatMap((key) => {
    const base = baseOf(key)
    return hasForms(en, base) && base !== key ? forms.map((form) => `${base}.${form}`) : [key]
  })

  it('says every key, with every plural form of the language, and no other', () => {
    expect(Object.keys(dictionary).sort()).toEqual([...new Set(wanted)].sort())
  })

  it('keeps every placeholder', () => {
    const lost = Object.entries(dictionary).filter(([key, sentence]) => {
      if (/\.(?:zero|one|two)$/.test(key)) return false
      const english = en[key] ?? en[`${baseOf(key)}.other`] ?? ''
      return placeholders(sentence).join() !== placeholders(english).join()
    })
    expect(lost).toEqual([])
  })

  it('leaves nothing empty', () => {
    expect(Object.entries(dictionary).filter(([, sentence]) => sentence.trim() === '')).toEqual([])
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
