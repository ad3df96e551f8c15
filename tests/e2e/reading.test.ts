import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtSite, DESKTOP, home, openBrowser, PHONE, pageReader, textOf } from './site.ts'

let browser: Browser
beforeAll(async () => {
  await builtSite()
  browser = await openBrowser()
})
afterAll(() => browser.close())

const read = pageReader(() => browser)

const cards = (path: string, options: BrowserContextOptions) =>
  read(path, options, (page) =>
    page
      .locator('article.card')
      .evaluateAll((all) => all.map((card) => (card as HTMLElement).innerText.replace(/\s+/g, ' ').trim())),
  )

describe('without JavaScript', () => {
  test.each(['', 'topics/mathematics/', 'blogs/number-line/', 'archive/2026-11/1/', 'languages/ar/'])(
    'the same cards are at /%s',
    async (path) => {
      const off = await cards(path, { javaScriptEnabled: false })
      expect(off.length).toBeGreaterThan(0)
      expect(off).toEqual(await cards(path, {}))
    },
  )

  test('the search page offers the topics instead', async () => {
    await read('search/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('noscript').first().isVisible()).toBe(true)
      await page.locator('details:has(a[href$="/topics/mathematics/"]) > summary').first().click()
      await page.locator('main a[href$="/topics/mathematics/"]').first().click()
      expect(page.url()).toBe(`${home}topics/mathematics/`)
    })
  })

  test('the menus open, and lead to another language', async () => {
    await read('', { javaScriptEnabled: false, viewport: PHONE }, async (page) => {
      await page.locator('details:has(a[hreflang="es"]) > summary').click()
      await page.locator('a[hreflang="es"]').first().click()
      expect(page.url()).toBe(`${home}es/`)
      expect(await page.locator('html').getAttribute('lang')).toBe('es')
    })
  })
})

describe('the home', () => {
  test('weighs at most 30 kB, in at most four requests', async () => {
    await read('about/', {}, async (page) => {
      // The page before may still be fetching its icon.
      await page.waitForLoadState('networkidle')
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(home, { waitUntil: 'networkidle' })
      expect(asked.length).toBeLessThanOrEqual(4)
      expect(await page.locator('article.card').count()).toBe(20)
      const html = await textOf('index.html')
      const styles = [...html.matchAll(/<link rel="stylesheet" href="\/planet\/([^"]+)"/g)].map(([, path = '']) => path)
      const bytes = await Promise.all(['index.html', ...styles].map(async (path) => gzipSync(await textOf(path)).length))
      expect(bytes.reduce((sum, part) => sum + part)).toBeLessThanOrEqual(30_000)
    })
  })

  test('loads one script, the reader’s, which nothing waits for', async () => {
    expect((await textOf('index.html')).match(/<script[^>]*\ssrc=[^>]*>/g)).toEqual([expect.stringContaining('type="module"')])
  })

  test('says on the first screen of a phone what it is, and shows posts below', async () => {
    await read('', { viewport: PHONE }, async (page) => {
      const title = await page.locator('h1').boundingBox()
      const first = await page.locator('article.card').first().boundingBox()
      expect(title?.y).toBeLessThan(PHONE.height)
      expect(first?.y).toBeLessThan(PHONE.height)
    })
  })
})

describe('light and dark', () => {
  const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

  test('follow the reader’s system', async () => {
    const [light, dark] = await Promise.all(
      (['light', 'dark'] as const).map((colorScheme) => read('', { colorScheme, viewport: DESKTOP }, background)),
    )
    expect(light).not.toBe(dark)
  })

  test('follow the switch, and stay as chosen on the next page', async () => {
    await read('', { colorScheme: 'light', viewport: DESKTOP }, async (page) => {
      const light = await background(page)
      await page.locator('button.theme').click()
      const dark = await background(page)
      expect(dark).not.toBe(light)
      await page.goto(`${home}topics/`)
      expect(await background(page)).toBe(dark)
    })
  })
})
