import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languageName, loadDictionaries, translator } from '../../src/i18n/index.ts'
import { openInterface } from '../../src/i18n/interface.ts'

const dictionaries = await loadDictionaries(join(import.meta.dirname, '../../src/i18n'))

describe('translator', () => {
  it.each([
    ['en', 1, 'one post'],
    ['en', 3, '3 posts'],
    ['en', 12345, '12,345 posts'],
    ['fr', 0, '0 billet'],
    ['fr', 2, '2 billets'],
    ['fr', 2_000_000, '2\u202f000\u202f000 de billets'],
    ['pt', 2, '2 artigos'],
    ['de', 1, 'ein Beitrag'],
    ['ru', 21, '21 запись'],
    ['ru', 22, '22 записи'],
    ['ca', 2, '2 entrades'],
    ['es', 1, 'una entrada'],
    ['xx', 3, '3 posts'],
  ])('says posts in %s, %d of them, as the language counts', (language, count, sentence) => {
    expect(translator(dictionaries, language)('count.posts', { count })).toBe(sentence)
  })

  it('takes the form that the plural rules of a language ask for', () => {
    const words = {
      en: {},
      ru: { 'count.posts.one': '1', 'count.posts.few': '2–4', 'count.posts.many': '5–20', 'count.posts.other': '…' },
    }
    const t = translator(words, 'ru')
    expect([1, 3, 5, 21, 22].map((count) => t('count.posts', { count }))).toEqual(['1', '2–4', '5–20', '1', '2–4'])
  })

  it.each([
    [0, 'لا تدوينات'],
    [1, 'تدوينة واحدة'],
    [2, 'تدوينتان'],
    [3, '3 تدوينات'],
    [11, '11 تدوينة'],
    [100, '100 تدوينة'],
    [103, '103 تدوينات'],
  ])('counts %d posts in Arabic', (count, sentence) => {
    expect(translator(dictionaries, 'ar')('count.posts', { count })).toBe(sentence)
  })

  it('keeps the direction of a name to itself in a language written from right to left', () => {
    const t = translator(dictionaries, 'ar')
    expect(t('feed.blog', { blog: 'Number Line (UK)', planet: 'Staffroom' })).toBe(
      'تدوينات «\u2068Number Line (UK)\u2069» كما يعرضها \u2068Staffroom\u2069.',
    )
    expect(t('pager.page', { number: 2, last: 12 })).toBe('الصفحة 2 من 12')
    expect(translator(dictionaries, 'es')('feed.blog', { blog: 'سبّورة', planet: 'Staffroom' })).not.toMatch(/[\u2066-\u2069]/)
  })

  it('says in English what a language does not say', () => {
    expect(translator({ ...dictionaries, xx: {} }, 'xx')('nav.topics')).toBe('Topics')
  })

  it('leaves a placeholder that has no value where it is, so that the mistake is seen', () => {
    expect(translator(dictionaries, 'en')('pager.page', { number: 2 })).toBe('Page 2 of {last}')
  })

  it('does not hide a key that nobody says', () => {
    expect(() => translator({ en: {} }, 'en')('nav.topics')).toThrow('nav.topics')
  })
})

describe('openInterface', () => {
  const spanish = openInterface(dictionaries, 'es', 'Europe/Madrid', '2026-11-21T08:00:00Z')

  it('gives the label in its own language, and marks one that is not', () => {
    expect(spanish.label({ en: 'Mathematics', es: 'Matemáticas' })).toEqual({ text: 'Matemáticas' })
    expect(spanish.label({ en: 'Mathematics' })).toEqual({ text: 'Mathematics', lang: 'en' })
  })

  it('names languages as headings', () => {
    expect(spanish.languageName('ca')).toBe('Catalán')
  })

  it('knows which way it is written', () => {
    expect(spanish.dir).toBe('ltr')
    expect(openInterface(dictionaries, 'ar', 'UTC', '2026-11-21T08:00:00Z').dir).toBe('rtl')
  })

  it('marks what stands in another language, and written the other way', () => {
    const arabic = openInterface(dictionaries, 'ar', 'UTC', '2026-11-21T08:00:00Z')
    expect(arabic.marks('en')).toEqual({ lang: 'en', dir: 'ltr' })
    expect(arabic.marks('fa')).toEqual({ lang: 'fa' })
    expect(arabic.marks('ar')).toEqual({})
    expect(arabic.marks()).toEqual({})
  })

  it('knows the keys that are put together at run time', () => {
    expect(spanish.knows('failure.timeout.what')).toBe(true)
    expect(spanish.knows('failure.nonsense.what')).toBe(false)
  })
})

it('leaves a tag that names no language as it is', () => {
  expect(languageName('qaa-zzzz', 'en')).toMatch(/^qaa/)
})
