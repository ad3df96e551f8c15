import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inDefault, KINDS, kindOf } from './kinds.ts'
import { builtSite, DESKTOP, FIRST_VISIT, home, openBrowser, PHONE, pages } from './site.ts'
import { violations } from './violations.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  await builtSite()
  browser = await openBrowser()
  page = await browser.newPage({ ...FIRST_VISIT, reducedMotion: 'reduce' })
})
afterAll(() => browser.close())

/** The first of these pages that there is in Arabic; months and shelves are told in the default language alone. */
async function inArabic(examples: string[]): Promise<string[]> {
  const all = new Set(await pages())
  return examples
    .map((example) => `ar/${inDefault(example)}`)
    .filter((address) => all.has(address))
    .slice(0, 1)
}

test('every page is of a kind that is looked at', async () => {
  expect((await pages()).filter((address) => kindOf(address) === undefined)).toEqual([])
})

describe.each([
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const)('on a %s axe finds nothing wrong, by day and in the dark:', (_device, viewport) => {
  beforeAll(() => page.setViewportSize(viewport))

  test.each(KINDS)('$kind', async ({ examples }) => {
    for (const example of [...examples, ...(await inArabic(examples))]) {
      await page.goto(home + example)
      expect(await violations(page), example).toEqual([])
    }
  })

  test('search with results', async () => {
    await page.goto(`${home}search/?q=the`)
    await page.locator('#found li').first().waitFor()
    expect(await violations(page)).toEqual([])
  })

  test('menus that are open', async () => {
    await page.goto(home)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details:not([name])')) details.setAttribute('open', '')
      document.querySelector('details[name]')?.setAttribute('open', '')
    })
    expect(await violations(page)).toEqual([])
  })
})

describe('on the narrowest screen nothing stands out at the side:', () => {
  beforeAll(() => page.setViewportSize({ width: 320, height: 640 }))

  test.each(KINDS)('$kind', async ({ examples }) => {
    for (const example of [...examples, ...(await inArabic(examples))]) {
      await page.goto(home + example)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), example).toBeLessThanOrEqual(320)
    }
  })
})
