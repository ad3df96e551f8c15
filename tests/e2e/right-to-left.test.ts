import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from './build.ts'
import { inDefault, KINDS } from './kinds.ts'
import { type Served, serveFolder } from './serve.ts'
import { builtSite, FIRST_VISIT, home, openBrowser, pages } from './site.ts'
import { violations } from './violations.ts'

/** A reader of Arabic sees everything mirrored, and every post as its author wrote it. */
let browser: Browser
let page: Page
beforeAll(async () => {
  await builtSite()
  browser = await openBrowser()
  page = await browser.newPage({ ...FIRST_VISIT, reducedMotion: 'reduce' })
})
afterAll(() => browser.close())

const WIDTHS = [360, 1280]
const arabic = `${home}ar/`

/** How far the first element of a selector is from the side on which lines begin, and from the other one, in pixels. */
async function margins(selector: string): Promise<{ start: number; end: number }> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { left, right } = element.getBoundingClientRect()
      const { clientWidth, dir } = document.documentElement
      return dir === 'rtl' ? { start: clientWidth - right, end: left } : { start: left, end: clientWidth - right }
    })
}

/** The directions of the texts that a selector finds. */
const directions = (selector: string) =>
  page.locator(selector).evaluateAll((all) => [...new Set(all.map((element) => getComputedStyle(element).direction))])

/** Whether the last sign of a text stands after the one before it, as it is written: `ltr` to its right, `rtl` to its left. */
const lastSign = (selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      let text = texts.nextNode()
      for (let next = texts.nextNode(); next; next = texts.nextNode()) if (next.textContent?.trim()) text = next
      const length = text?.textContent?.trimEnd().length ?? 0
      const leftOf = (at: number) => {
        const range = document.createRange()
        if (text) range.setStart(text, at)
        if (text) range.setEnd(text, at + 1)
        return range.getBoundingClientRect().left
      }
      return leftOf(length - 1) > leftOf(length - 2) ? 'ltr' : 'rtl'
    })

describe.each(WIDTHS)('at %d pixels', (width) => {
  beforeAll(() => page.setViewportSize({ width, height: 800 }))

  test.each([
    ['', '.name', 'start'],
    ['', '.theme', 'end'],
    ['', '.hero > h1', 'start'],
    ['', '.chooser', 'start'],
    ['', '.board > aside', 'start'],
    ['', '.board > aside', 'end'],
    ['', '.foot nav', 'start'],
    ['topics/mathematics/', '.card > .stamp', 'start'],
    ['topics/mathematics/', '.card > .stamp', 'end'],
    ['blogs/sabbura-khadra/', '.titled > .stamp', 'start'],
    ['search/', '#q', 'start'],
    ['archive/', '.index > section > h2', 'start'],
    ['archive/', '.columns a', 'start'],
  ] as const)(
    'on /%s what is at %s of the English page, seen from its %s, is so from the other side',
    async (path, selector, side) => {
      await page.goto(home + path)
      const english = await margins(selector)
      await page.goto(arabic + path)
      expect((await margins(selector))[side]).toBeCloseTo(english[side], 0)
    },
  )

  test('no page is wider than the screen', async () => {
    const all = new Set(await pages())
    const shown = KINDS.flatMap(({ examples }) => examples.map((example) => `ar/${inDefault(example)}`)).filter((path) =>
      all.has(path),
    )
    expect(shown.length).toBeGreaterThan(10)
    for (const path of shown) {
      await page.goto(home + path)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
    }
  })

  test('an open menu hangs inside the page, its numbers at the end of its lines', async () => {
    await page.goto(arabic)
    await page.locator('.chooser summary').first().click()
    const fold = await margins('.chooser [open] .fold')
    expect(Math.min(fold.start, fold.end)).toBeGreaterThanOrEqual(0)
    const word = await margins('.chooser [open] .fold a')
    expect((await margins('.chooser [open] .fold .count')).start).toBeGreaterThan(word.start)
    await page.locator('.tongues > summary').click()
    const tongues = await margins('.tongues > .fold')
    expect(Math.min(tongues.start, tongues.end)).toBeGreaterThanOrEqual(0)
  })
})

describe('on pages in Arabic', () => {
  beforeAll(() => page.setViewportSize({ width: 1280, height: 800 }))

  test('the search is asked from right to left', async () => {
    await page.goto(`${arabic}search/`)
    expect(await directions('#q')).toEqual(['rtl'])
    expect((await margins('.ask .button')).start).toBeGreaterThan((await margins('#q')).start)
  })

  test('older posts are to the left', async () => {
    await page.goto(`${arabic}topics/primary/`)
    const older = await margins('.pager [rel=next]')
    expect(older.end).toBeLessThan(older.start)
  })

  test('posts keep the direction they are written in, what the planet says of them has its own', async () => {
    await page.goto(arabic)
    expect(await directions('.card[lang=en] .title > a, .card[lang=en] > .excerpt')).toEqual(['ltr'])
    expect(await directions('.card:not([lang]) .title > a, .card:not([lang]) > .excerpt')).toEqual(['rtl'])
    expect(await directions('.card > .by, .card > .words')).toEqual(['rtl'])
    expect(await lastSign('.card[lang=en] > .excerpt')).toBe('ltr')
    expect(await lastSign('.card:not([lang]) > .excerpt')).toBe('rtl')
  })

  test('a sentence that is not told in Arabic is marked, and keeps its full stop at its end', async () => {
    await page.goto(arabic)
    expect(await page.locator('h1 > bdi').getAttribute('lang')).toBe('en')
    expect(await lastSign('h1')).toBe('ltr')
  })

  test('numbers and dates are written with the same digits', async () => {
    for (const path of ['', 'topics/', 'archive/', 'blogs/']) {
      await page.goto(arabic + path)
      const text = await page.locator('main').innerText()
      expect(text, path).toMatch(/[0-9]/)
      expect(text, path).not.toMatch(/[\u0660-\u0669\u06f0-\u06f9]/)
    }
  })
})

describe('on a planet whose first language is Arabic', () => {
  let folder: string
  let site: Served
  let own: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'staffroom-rtl-'))
    const root = join(import.meta.dirname, '../..')
    await cp(join(root, 'content'), join(folder, 'content'), { recursive: true })
    await rm(join(folder, 'content', 'pages', 'ar'), { recursive: true })
    const settings = await readFile(join(root, 'feeds.yaml'), 'utf8')
    await writeFile(join(folder, 'feeds.yaml'), settings.replace(/^( +languages: )\[.*\]$/m, '$1[ar, en]'))
    const topics = join(folder, 'content', 'topics.yaml')
    await writeFile(topics, (await readFile(topics, 'utf8')).replace(', ar: "الرياضيات"}', '}'))
    site = await serveFolder(async () => join(folder, 'dist'), '')
    own = `http://127.0.0.1:${site.port}/`
    await buildSite(folder, { SITE_URL: own.slice(0, -1), BASE_PATH: '' })
  })
  afterAll(async () => {
    await site?.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('a topic without an Arabic label is named in English, and marked so', async () => {
    await page.goto(`${own}topics/`)
    expect(await page.locator('main a[href="/topics/mathematics/"] [lang=en]').innerText()).toBe('Mathematics')
    await page.goto(`${own}topics/mathematics/`)
    expect(await page.locator('h1 [lang=en]').innerText()).toBe('Mathematics')
    expect(await page.locator('.card .words a[href="/topics/mathematics/"] [lang=en]').count()).toBeGreaterThan(0)
    await page.goto(`${own}topics/primary/`)
    expect(await page.locator('h1, h1 [lang]').evaluateAll((all) => all.map((one) => one.getAttribute('lang')))).toEqual([null])
  })

  test('a written page that is not told in Arabic is shown in another language, from left to right', async () => {
    await page.goto(`${own}conduct/`)
    expect(await page.locator('article.prose').getAttribute('lang')).toBe('en')
    expect(await directions('.prose, .prose > p, .prose > h1')).toEqual(['ltr'])
    expect(await directions('.masthead, .foot')).toEqual(['rtl'])
    expect(await page.locator('.foot a[href="/conduct/"] > bdi').getAttribute('lang')).toBe('en')
  })

  describe.each(WIDTHS)('at %d pixels', (width) => {
    beforeAll(() => page.setViewportSize({ width, height: 800 }))

    test.each(['archive/2026-11/', 'archive/2026-11/1/', 'topics/primary/2/', 'no-such-page/'])(
      '/%s is mirrored, and axe finds nothing wrong there',
      async (path) => {
        await page.goto(own + path)
        expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
        expect((await margins('h1')).start).toBeCloseTo((await margins('.name')).start, 0)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        expect(await violations(page)).toEqual([])
      },
    )
  })
})
