import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asReader, builtSite, DESKTOP, home, openBrowser, printedPages } from './site.ts'

/** The people whom the site is for, each with what they came to do. */
let browser: Browser
beforeAll(async () => {
  await builtSite()
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a head prints the week on two pages', async () => {
  await asReader(browser, { viewport: DESKTOP, javaScriptEnabled: false }, async (page) => {
    await page.goto(home)
    await page.locator('.onward a[href$="/week/"]').click()
    expect(await page.locator('article.card').count()).toBeGreaterThan(5)
    expect(await printedPages(page)).toBeLessThanOrEqual(2)
  })
})

test('a reader who uses the keyboard is at the first post with the third key', async () => {
  await asReader(browser, { viewport: DESKTOP, javaScriptEnabled: false }, async (page) => {
    await page.goto(home)
    for (const key of ['Tab', 'Enter', 'Tab']) await page.keyboard.press(key)
    const focused = page.locator(':focus')
    expect(await focused.evaluate((link) => link.matches('.card:first-child > .title > a'))).toBe(true)
  })
})

test('a reader who goes from heading to heading hears the first post third', async () => {
  await asReader(browser, { viewport: DESKTOP, javaScriptEnabled: false }, async (page) => {
    await page.goto(home)
    const headings = await page.getByRole('heading').allInnerTexts()
    expect(headings[2]).toBe(await page.locator('.card > .title').first().innerText())
  })
})
