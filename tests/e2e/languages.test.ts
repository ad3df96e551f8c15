import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { INTERFACES } from './kinds.ts'
import { home, pages, textOf } from './site.ts'

const file = (address: string) => (address === '' || address.endsWith('/') ? `${address}index.html` : address)
const words = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../src/i18n/${language}.json`), 'utf8'))

/** The language of the interface that an address belongs to. */
const languageOf = (address: string) => INTERFACES.slice(1).find((language) => address.startsWith(`${language}/`)) ?? 'en'

describe('the interface', () => {
  test.each(INTERFACES)('speaks %s on the home', async (language) => {
    const html = await textOf(language === 'en' ? 'index.html' : `${language}/index.html`)
    expect(html).toContain(`<html lang="${language}"`)
    for (const key of ['nav.topics', 'nav.blogs', 'nav.join', 'home.latest']) expect(html).toContain(words(language)[key])
  })

  test('says of every page which language it is in', async () => {
    for (const address of await pages()) {
      const language = languageOf(address)
      expect(await textOf(file(address)), address).toContain(
        `<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`,
      )
    }
  })

  test('names each page in the other languages, and they name it back', async () => {
    const all = new Set(await pages())
    const alternates = async (address: string) =>
      [...(await textOf(file(address))).matchAll(/<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"/g)].map(
        ([, language = '', url = '']) => [language, url.slice(home.length)] as const,
      )
    for (const address of all) {
      for (const [language, other] of await alternates(address)) {
        expect(all, `${address} names ${other}`).toContain(other)
        if (language !== 'x-default') expect(languageOf(other), `${address} names ${other}`).toBe(language)
        expect(
          (await alternates(other)).map(([, back]) => back),
          `${other}, named by ${address}`,
        ).toContain(address)
      }
    }
  })
})

describe('a post', () => {
  test('keeps its own language and direction on every page', async () => {
    const html = await textOf('languages/ar/index.html')
    const cards = html.split('<article').slice(1)
    expect(cards.length).toBeGreaterThan(0)
    for (const card of cards) expect(card).toMatch(/^[^>]* lang="ar"/)
    for (const card of cards) expect(card).toMatch(/dir="(?:auto|rtl)"/)
  })
})
