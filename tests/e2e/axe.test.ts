import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KINDS, kindOf } from './kinds.ts'
import { builtSite, DESKTOP, FIRST_VISIT, home, openBrowser, PHONE, pages } from './site.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  await builtSite()
  browser = await openBrowser()
  page = await browser.newPage({ ...FIRST_VISIT, reducedMotion: 'reduce' })
})
afterAll(() => browser.close())

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** What axe finds on the page as it is, by day and in the dark, one line for each rule and element. */
async function violations(): Promise<string[]> {
  await page.evaluate(axe.source)
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
    for (const { id, help, nodes } of violations)
      found.push(...nodes.map(({ html }) => `${colorScheme}: ${id}: ${help}: ${html}`))
  }
  return found
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
    for (const example of examples) {
      await page.goto(home + example)
      expect(await violations(), example).toEqual([])
    }
  })

  test('search with results', async () => {
    await page.goto(`${home}search/?q=the`)
    await page.locator('#found li').first().waitFor()
    expect(await violations()).toEqual([])
  })

  test('menus that are open', async () => {
    await page.goto(home)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details:not([name])')) details.setAttribute('open', '')
      document.querySelector('details[name]')?.setAttribute('open', '')
    })
    expect(await violations()).toEqual([])
  })
})

describe('on the narrowest screen nothing stands out at the side:', () => {
  beforeAll(() => page.setViewportSize({ width: 320, height: 640 }))

  test.each(KINDS)('$kind', async ({ examples }) => {
    for (const example of examples) {
      await page.goto(home + example)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), example).toBeLessThanOrEqual(320)
    }
  })
})
