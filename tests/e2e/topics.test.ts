import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asReader, builtSite, home, openBrowser } from './site.ts'

const SMALL = { width: 360, height: 800 }

let browser: Browser
beforeAll(async () => {
  await builtSite()
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A reader with a small phone and no JavaScript. */
const onPhone = (story: (page: Page) => Promise<void>): Promise<void> =>
  asReader(browser, { viewport: SMALL, javaScriptEnabled: false }, story)

/** A tap on what is on the first screen of the page: nothing is scrolled. */
async function tap(page: Page, name: string): Promise<void> {
  const target = page.locator('summary, a').filter({ hasText: name, visible: true }).first()
  const box = await target.boundingBox()
  if (box === null) throw new Error(`${name} is not to be seen.`)
  expect(box.y + box.height, `${name} is on the first screen`).toBeLessThanOrEqual(SMALL.height)
  expect(box.height, `${name} is large enough for a thumb`).toBeGreaterThanOrEqual(24)
  await target.click()
}

test('three taps lead from the home to this month’s posts of lower-secondary mathematics', async () => {
  await onPhone(async (page) => {
    await page.goto(home)
    await tap(page, 'Subject')
    await tap(page, 'Mathematics')
    await page.waitForURL(`${home}topics/mathematics/`)
    await tap(page, 'Lower secondary')
    await page.waitForURL(`${home}topics/mathematics/lower-secondary/`)
    expect(await page.locator('h1').innerText()).toBe('Mathematics · Lower secondary education')
    const month = page.locator('main h2').first()
    expect(await month.innerText()).toBe('This month: November 2026')
    const box = await month.boundingBox()
    expect(box?.y).toBeLessThan(SMALL.height)
    const dates = await page
      .locator('.cards')
      .first()
      .locator('time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime')?.slice(0, 7)))
    expect(dates.length).toBeGreaterThan(2)
    expect(new Set(dates)).toEqual(new Set(['2026-11']))
  })
})

test('a trainee finds lesson plans that may be reused, and each of them says so', async () => {
  await onPhone(async (page) => {
    await page.goto(home)
    await tap(page, 'Kind of post')
    await tap(page, 'Lesson plan')
    await page.waitForURL(`${home}topics/lesson-plan/`)
    const all = await page.locator('article.card').count()
    await tap(page, 'May be copied and adapted')
    await page.waitForURL(`${home}topics/lesson-plan/open/`)
    const cards = page.locator('article.card')
    expect(await cards.count()).toBeGreaterThanOrEqual(3)
    expect(await cards.count()).toBeLessThan(all)
    for (const card of await cards.all())
      expect(await card.locator('a[rel=license]').innerText()).toMatch(/may copy and adapt|free for any use/i)
  })
})

test('each filter can be dropped again', async () => {
  await onPhone(async (page) => {
    for (const [name, path] of [
      ['Mathematics', 'topics/mathematics/'],
      ['Lower secondary', 'topics/lower-secondary/'],
    ] as const) {
      await page.goto(`${home}topics/mathematics/lower-secondary/`)
      await page.getByRole('navigation', { name: 'Narrow or widen this list' }).getByRole('link', { name }).click()
      expect(page.url()).toBe(home + path)
    }
  })
})

test('the months of a list go down, in the language of the page, with every post under its own', async () => {
  await onPhone(async (page) => {
    await page.goto(`${home}ru/topics/lower-secondary/`)
    const months = await page.locator('main .board > section > h2').allInnerTexts()
    expect(months[0]).toBe('Этот месяц: ноябрь 2026 г.')
    expect(months.length).toBe(new Set(months).size)
    const dates = await page.locator('.card time').evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''))
    expect(dates).toEqual(dates.toSorted().reverse())
  })
})

test('from the topics one finds levels, kinds and what may be reused', async () => {
  await onPhone(async (page) => {
    await page.goto(`${home}topics/`)
    for (const [part, path] of [
      ['Level', 'topics/lower-secondary/'],
      ['Kind of post', 'topics/lesson-plan/'],
      ['What you may reuse', 'open/'],
      ['What you may reuse', 'topics/lesson-plan/open/'],
    ] as const) {
      const section = page.getByRole('region', { name: part })
      expect(await section.locator(`a[href="${new URL(home + path).pathname}"]`).count(), path).toBe(1)
    }
  })
})

test('what colleagues call a topic is said on its page and leads to it from the tags', async () => {
  await onPhone(async (page) => {
    await page.goto(`${home}topics/project-based-learning/`)
    expect(await page.locator('.head').innerText()).toMatch(/Colleagues write it as: .*ABP/)
    await page.goto(`${home}tags/`)
    const row = page.locator('dl > div').filter({ hasText: 'ABP' })
    expect(await row.locator('a').getAttribute('href')).toBe(new URL(`${home}topics/project-based-learning/`).pathname)
  })
})
