import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openArchive } from '../../src/planet/archive/store.ts'
import { builtSite, DESKTOP, home, openBrowser, pages, textOf } from './site.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  await builtSite()
  browser = await openBrowser()
  page = await browser.newPage({ viewport: DESKTOP, javaScriptEnabled: false })
})
afterAll(() => browser.close())

const open = (path: string) => page.goto(home + path)
const texts = (selector: string) => page.locator(selector).allInnerTexts()

describe('on the home', () => {
  beforeAll(() => open(''))

  const section = (heading: string) => page.locator('aside section', { has: page.getByRole('heading', { name: heading }) })

  test('what is on hangs with its days and place, soonest first, in its own language', async () => {
    const notices = section('What is on').locator('li')
    expect(await notices.locator('a').allInnerTexts()).toEqual(['La semana del patio', 'A mathematics walk through the old town'])
    expect(await notices.first().locator('a').getAttribute('lang')).toBe('es')
    expect(await notices.first().innerText()).toMatch(/Campaign · until 27 November 2026 · online/)
    expect(await notices.last().innerText()).toMatch(/Event · 4 December 2026 · Bristol/)
  })

  test('new members show a post each that does not hang beside it already', async () => {
    const titles = await section('New here').locator('li > a:not(.blog)').allInnerTexts()
    expect(titles).toHaveLength(4)
    const front = await texts('article.card .title')
    expect(titles.filter((title) => front.includes(title))).toEqual([])
    expect(new Set(await section('New here').locator('.blog').allInnerTexts()).size).toBe(4)
  })

  test('a post of these days a year ago is remembered', async () => {
    const remembered = section('These days in other years').locator('li')
    expect(await remembered.allInnerTexts()).toEqual([expect.stringMatching(/^La patrulla del pan[\s\S]*18 November 2025$/)])
  })
})

describe('the page of a blog', () => {
  test('hangs its posts under their school years, and counts them', async () => {
    await open('blogs/mates-al-pati/')
    const years = await page.locator('section > h2.year').allInnerTexts()
    expect(years.map((text) => text.replace(/\s+/g, ' '))).toEqual(['School year 2026–27 8 posts', 'School year 2025–26 4 posts'])
    expect(await page.locator('#y-2026 ~ .cards h3').count()).toBe(8)
    expect(await page.locator('#y-2025 ~ .cards h3').count()).toBe(4)
    await page.getByRole('link', { name: '2025–26' }).click()
    expect(page.url()).toBe(`${home}blogs/mates-al-pati/#y-2025`)
  })

  test('draws how much it wrote, and says it', async () => {
    await open('blogs/mates-al-pati/')
    expect(await page.locator('.activity path').getAttribute('d')).toMatch(/^(?:M\d+ 24v-\d+){7}$/)
    expect(await page.locator('.activity figcaption').innerText()).toBe(
      '12 posts in the last three years. The busiest month was October 2026, with 4.',
    )
  })

  test('is a card that programs can read, in two ways', async () => {
    await open('blogs/mates-al-pati/')
    const card = page.locator('.h-card')
    expect(await card.locator('.p-name').innerText()).toBe('Mates al pati')
    expect(await card.locator('.p-note').innerText()).toContain('Matemàtiques de secundària')
    expect(await card.locator('.u-url').getAttribute('href')).toBe('https://mates-al-pati.example.org/')
    const data: unknown = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
    expect(data).toMatchObject({
      '@type': 'Blog',
      name: 'Mates al pati',
      author: { name: 'Núria P.' },
      license: 'https://creativecommons.org/licenses/by-sa/4.0/',
      mainEntityOfPage: `${home}blogs/mates-al-pati/`,
    })
  })

  test('says how to change something, or to leave', async () => {
    await open('es/blogs/el-almendral/')
    await page.getByRole('link', { name: 'Cómo cambiar algo o darte de baja' }).click()
    expect(page.url()).toBe(`${home}es/join/`)
  })

  test('of a class is not for search engines, and names nobody', async () => {
    await open('blogs/aula-204/')
    expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex')
    expect(await page.locator('script[type="application/ld+json"]').textContent()).not.toContain('author')
    expect(await page.locator('.excerpt').count()).toBe(0)
  })
})

describe('the archive', () => {
  const SHELF = /^archive\/\d{4}-\d\d\/\d+\/$/

  test('holds every post exactly once, over all shelves', async () => {
    const kept = [...openArchive(join(await builtSite(), '../archive')).ids()]
    const shelves = (await pages()).filter((address) => SHELF.test(address))
    const shown: string[] = []
    for (const address of shelves)
      shown.push(...[...(await textOf(`${address}index.html`)).matchAll(/\sid="p-([0-9a-f]{12})"/g)].map(([, id = '']) => id))
    expect(shown.length).toBeGreaterThan(90)
    expect(shown.sort()).toEqual(kept.sort())
  })

  test('can be read from its first shelf to its last', async () => {
    const shelves = (await pages()).filter((address) => SHELF.test(address))
    const seen: string[] = []
    for (let next = shelves[0]; next !== undefined; ) {
      seen.push(next)
      const html = await textOf(`${next}index.html`)
      next = /<a rel="next" href="([^"]+)"/.exec(html)?.[1]?.slice(new URL(home).pathname.length)
    }
    expect(seen).toEqual(shelves)
  })

  test('counts by month what it counts by school year, and in all', async () => {
    await open('archive/')
    const numbers = async (selector: string) => (await texts(selector)).map((text) => Number.parseInt(text, 10))
    const sum = (all: number[]) => all.reduce((one, other) => one + other, 0)
    const years = await numbers('h2.year .count')
    expect(sum(years)).toBe(sum(await numbers('.columns .count')))
    expect(await page.locator('.head').innerText()).toContain(`All ${sum(years)} posts`)
  })

  test('shows topics over the years, and says the same in numbers', async () => {
    await open('archive/')
    const topics = await texts('.chart li a')
    expect(topics).toHaveLength(6)
    expect(await page.locator('.chart li path').count()).toBe(6)
    await page.locator('.chart summary').click()
    expect((await texts('.chart thead th')).slice(1)).toEqual(topics)
    expect(await texts('.chart tbody th')).toEqual(['2025–26', '2026–27'])
  })
})

describe('an address that is not there', () => {
  test.each(['gone/', 'es/gone', 'a/b/c/d.html', 'archive/2019-01/7/'])(
    '(%s) is answered in all languages of the planet',
    async (path) => {
      const answer = await open(path)
      expect(answer?.status()).toBe(404)
      expect(await page.locator('h1').innerText()).toBe('Nothing hangs here')
      for (const lang of ['es', 'ca', 'ru']) {
        const own = page.locator(`.abroad > li[lang="${lang}"]`)
        expect(await own.locator('a').first().getAttribute('href')).toBe(`${new URL(home).pathname}${lang}/`)
      }
      expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0)
    },
  )

  test('leads on by a search or a topic', async () => {
    await open('a/b/c/')
    expect(await page.locator('main form').evaluate((form: HTMLFormElement) => form.action)).toBe(`${home}search/`)
    await page.locator('.columns').getByRole('link', { name: 'Mathematics' }).click()
    expect(page.url()).toBe(`${home}topics/mathematics/`)
  })
})

describe('the picture of the planet', () => {
  test('is named on every page, and is there', async () => {
    for (const address of ['', 'ru/topics/', 'blogs/number-line/', 'archive/2026-11/1/']) {
      await open(address)
      expect(await page.locator('meta[property="og:image"]').getAttribute('content')).toBe(`${home}og.png`)
      expect(await page.locator('meta[property="og:image:alt"]').getAttribute('content')).not.toBe('')
    }
    const answer = await fetch(`${home}og.png`)
    expect(answer.headers.get('content-type')).toBe('image/png')
    const size = new DataView(await answer.arrayBuffer())
    expect([size.getUint32(16), size.getUint32(20), size.byteLength < 20_000]).toEqual([1200, 630, true])
  })
})

test('robots.txt says nothing but who may read what, and where the map is', async () => {
  const lines = (await textOf('robots.txt')).split('\n').filter((line) => line !== '')
  expect(lines.filter((line) => !/^(?:User-agent|Allow|Disallow|Sitemap): \S+$/.test(line))).toEqual([])
  expect(lines).toContain(`Sitemap: ${home}sitemap.xml`)
})
