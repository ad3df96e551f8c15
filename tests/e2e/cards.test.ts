import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtSite, DESKTOP, home, openBrowser, PHONE, pageReader } from './site.ts'

let browser: Browser
beforeAll(async () => {
  await builtSite()
  browser = await openBrowser()
})
afterAll(() => browser.close())

const read = pageReader(() => browser)

const SHELF = 'archive/2026-10/1/'

describe.each([
  ['phone', { viewport: PHONE, javaScriptEnabled: false }],
  ['desktop', { viewport: DESKTOP, javaScriptEnabled: false }],
] as const)('on its shelf, without JavaScript, on a %s, a post', (_name, options) => {
  /** Opens what can be done with the first post of the shelf. */
  const open = async <T>(use: (page: Page, permalink: string) => Promise<T>) =>
    read(SHELF, options, async (page) => {
      const card = page.locator('article.card').first()
      await card.locator('details.doing > summary').click()
      return use(page, new URL((await card.locator('.by > a:has(time)').getAttribute('href')) ?? '', home).href)
    })

  test('can be cited: author or blog, title, day and address', async () => {
    await open(async (page) => {
      const card = page.locator('article.card').first()
      const cite = await card.locator('.cite').innerText()
      for (const part of ['.title', '.from', 'time']) expect(cite).toContain((await card.locator(part).innerText()).trim())
      expect(cite).toContain((await card.locator('.title > a').getAttribute('href')) ?? 'no address')
      expect(await card.locator('.cite').isVisible()).toBe(true)
    })
  })

  test('can be sent by mail with its permalink', async () => {
    await open(async (page, permalink) => {
      const link = page.locator('.doing').first().getByRole('link').first()
      expect(await link.isVisible()).toBe(true)
      const url = new URL((await link.getAttribute('href')) ?? '')
      expect([url.protocol, url.pathname]).toEqual(['mailto:', ''])
      expect(url.searchParams.get('body')).toBe(permalink)
      expect(url.searchParams.get('subject')).toContain('Staffroom')
    })
  })

  test('can be reported: a child that can be recognised comes first', async () => {
    await open(async (page, permalink) => {
      const link = page.locator('.doing').first().getByRole('link').nth(1)
      expect(await link.isVisible()).toBe(true)
      expect(await link.innerText()).toMatch(/a child can be recognised/)
      const url = new URL((await link.getAttribute('href')) ?? '')
      expect(url.pathname).toBe('staffroom@example.org')
      const lines = (url.searchParams.get('body') ?? '').split('\r\n')
      expect(lines[1]).toBe('A child can be recognised')
      expect(lines.length).toBeGreaterThan(5)
      expect(lines.at(-1)).toBe(permalink)
    })
  })
})

describe('a permalink', () => {
  test('leads to its post, in sight and marked', async () => {
    await read('', { viewport: PHONE }, async (page) => {
      const link = page.locator('article.card .by > a:has(time)').last()
      const title = await page.locator('article.card .title').last().innerText()
      await link.click()
      await page.waitForURL(/#p-[0-9a-f]{12}$/)
      const post = page.locator('article.card:target')
      expect(await post.locator('.title').innerText()).toBe(title)
      const box = await post.boundingBox()
      expect(box?.y).toBeGreaterThanOrEqual(0)
      expect(box?.y).toBeLessThan(PHONE.height)
      const background = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => getComputedStyle(element).backgroundColor)
      expect(await background('article.card:target')).not.toBe(await background('article.card:not(:target)'))
    })
  })
})

describe('who talks about a post', () => {
  test('stands on its shelf by blog and title, and leads there', async () => {
    await read(SHELF, { javaScriptEnabled: false }, async (page) => {
      const card = page.locator('article.card:has(.title > a[href$="/classe-invertida-sense-internet/"])')
      const links = card.locator('.talk a')
      expect(await links.count()).toBe(3)
      expect(await links.allInnerTexts()).toContain('The Number Line: I flipped one topic, not the whole year')
      expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toContain(
        'https://number-line.example.org/flipped-one-topic/',
      )
    })
  })

  test('is a number in lists, in the reader’s language, and leads to the shelf', async () => {
    await read('es/blogs/number-line/', { javaScriptEnabled: false }, async (page) => {
      const link = page.locator('.talk a').first()
      expect(await link.innerText()).toBe('Un blog habla de ella')
      await link.click()
      expect(await page.locator('article.card:target .talk').count()).toBe(1)
    })
  })
})
