import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtSite, DESKTOP, FIRST_VISIT, home, openBrowser } from './site.ts'

let browser: Browser
beforeAll(async () => {
  await builtSite()
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A reader on a page who has a keyboard and nothing else. */
async function onKeyboard(path: string, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ ...FIRST_VISIT, viewport: DESKTOP })
  try {
    const page = await context.newPage()
    await page.goto(home + path)
    await use(page)
  } finally {
    await context.close()
  }
}

/** Presses Tab until what has the focus fits the selector. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
  }
  throw new Error(`No number of tabs leads to ${selector}`)
}

const found = (page: Page) => page.locator('#found li')
const titles = (page: Page) => found(page).locator('h2').allInnerTexts()

/** Waits until the results are those of another question than `before`. */
const othersThan = (page: Page, before: string[]) =>
  page.waitForFunction((old) => {
    const now = [...document.querySelectorAll('#found li h2')].map((title) => (title as HTMLElement).innerText)
    return now.length > 0 && now.join('\n') !== old
  }, before.join('\n'))

describe('search', () => {
  test('finds a post from the home by keyboard alone, and opens it at its blog', async () => {
    await onKeyboard('', async (page) => {
      await tabTo(page, 'input[name="q"]')
      await page.keyboard.type('dominoes')
      await page.keyboard.press('Enter')
      await found(page).first().waitFor()
      expect(page.url()).toContain(`${home}search/?q=dominoes`)
      expect((await titles(page))[0]).toContain('dominoes')
      await tabTo(page, '#found li h2 a')
      expect(await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href)).toContain('number-line.example.org')
    })
  })

  test('narrows by topic and year, by keyboard alone', async () => {
    await onKeyboard('search/', async (page) => {
      await tabTo(page, '#q')
      await page.keyboard.type('the')
      await found(page).first().waitFor()
      const all = await titles(page)
      await tabTo(page, 'select[name="topic"]')
      await page.keyboard.type('Mathematics')
      await othersThan(page, all)
      const narrowed = await titles(page)
      expect(narrowed.length).toBeGreaterThan(0)
      await tabTo(page, 'select[name="year"]')
      await page.keyboard.type('2025')
      await othersThan(page, narrowed)
      for (const date of await found(page)
        .locator('time')
        .evaluateAll((all) => all.map((time) => (time as HTMLTimeElement).dateTime))) {
        expect(date).toMatch(/^2025/)
      }
    })
  })

  test('is told in words how many were found, for those who hear the page', async () => {
    await onKeyboard('search/?q=dominoes', async (page) => {
      await page.getByRole('status').filter({ hasText: 'One post found' }).waitFor()
    })
  })

  test('says so when nothing is found', async () => {
    await onKeyboard('search/?q=qqqqzzzz', async (page) => {
      await page.locator('[role="status"]:not(:empty)').waitFor()
      expect(await found(page).count()).toBe(0)
    })
  })

  test('finds a Russian post by another form of the word', async () => {
    await onKeyboard('ru/search/?q=подоконник', async (page) => {
      await found(page).first().waitFor()
      expect(await found(page).allInnerTexts()).toContainEqual(expect.stringContaining('подоконник'))
    })
  })

  test('finds posts by another word for their topic, which stands in none of them', async () => {
    await onKeyboard('search/?q=minecraft', async (page) => {
      await found(page).first().waitFor()
      expect((await found(page).allInnerTexts()).join(' ')).not.toMatch(/minecraft/i)
    })
  })

  test('leads from a result to its permalink, and the post is there', async () => {
    await onKeyboard('search/?q=dominoes', async (page) => {
      await found(page).first().waitFor()
      const permalink = await found(page)
        .first()
        .locator('a:has(time)')
        .evaluate((link) => (link as HTMLAnchorElement).href)
      await page.goto(permalink)
      expect(await page.locator(new URL(permalink).hash).innerText()).toContain('dominoes')
    })
  })
})
