import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asReader, builtSite, DESKTOP, home, openBrowser } from './site.ts'

let browser: Browser
beforeAll(async () => {
  await builtSite()
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A reader on a page who has a keyboard and nothing else. `before` sees the page while it is still empty. */
async function onKeyboard(
  path: string,
  use: (page: Page) => Promise<void>,
  before: (page: Page) => Promise<unknown> = async () => {},
): Promise<void> {
  await asReader(browser, { viewport: DESKTOP }, async (page) => {
    await before(page)
    await page.goto(home + path)
    await use(page)
  })
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

  test('finds what has every word of the question, and nothing where one is unknown', async () => {
    await onKeyboard('search/?q=dominoes+fraction', async (page) => {
      await found(page).first().waitFor()
    })
    await onKeyboard('search/?q=dominoes+qqqqzzzz', async (page) => {
      await page.locator('#told:not(:empty)').filter({ hasText: 'No' }).waitFor()
      expect(await found(page).count()).toBe(0)
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

  test('answers while one types, without Enter', async () => {
    await onKeyboard('search/', async (page) => {
      await page.locator('#q').focus()
      await page.keyboard.type('domin')
      await found(page).first().waitFor()
      expect((await titles(page))[0]).toContain('dominoes')
      expect(page.url()).toBe(`${home}search/?q=domin`)
    })
  })

  test.each(['flipped classroom', 'clase invertida', 'перевернутый класс', '#FlippedClassroom'])(
    'offers the topic for "%s", by its name in the language of the page',
    async (words) => {
      await onKeyboard('ca/search/', async (page) => {
        await page.locator('#q').fill(words)
        const link = page.locator('#offers a')
        await link.waitFor()
        expect(await link.innerText()).toBe('Classe invertida')
        expect(await link.evaluate((one) => (one as HTMLAnchorElement).href)).toBe(`${home}ca/topics/flipped-classroom/`)
        await page.getByRole('status').filter({ hasText: 'Classe invertida' }).waitFor()
      })
    },
  )

  test('merges the languages that are chosen, and takes one out again', async () => {
    const spoken = (page: Page) =>
      found(page)
        .locator('article')
        .evaluateAll((cards) => [...new Set(cards.map((card) => (card as HTMLElement).lang.slice(0, 2) || 'en'))].toSorted())
    await onKeyboard('search/?q=classroom', async (page) => {
      await found(page).first().waitFor()
      expect(await spoken(page)).toEqual(['en'])
      let before = await titles(page)
      await page.getByRole('checkbox', { name: 'Spanish' }).check()
      await othersThan(page, before)
      expect(await spoken(page)).toEqual(['en', 'es'])
      expect(page.url()).toContain('language=en&language=es')
      before = await titles(page)
      await page.getByRole('checkbox', { name: 'English' }).uncheck()
      await othersThan(page, before)
      expect(await spoken(page)).toEqual(['es'])
    })
  })

  test('puts the newest first where that is asked', async () => {
    await onKeyboard('search/?q=the', async (page) => {
      await found(page).first().waitFor()
      const before = await titles(page)
      await page.getByLabel('Order').selectOption('Newest first')
      await othersThan(page, before)
      const dates = await found(page)
        .locator('time')
        .evaluateAll((all) => all.map((time) => (time as HTMLTimeElement).dateTime))
      expect(dates.length).toBe(10)
      expect(dates).toEqual(dates.toSorted().toReversed())
      await page.getByRole('button', { name: 'More results' }).click()
      await found(page).nth(10).waitFor()
      expect(await page.evaluate(() => document.activeElement?.closest('li')?.matches('#found > :nth-child(11)'))).toBe(true)
    })
  })

  test('nothing on the page jumps when an answer comes late', async () => {
    await onKeyboard(
      'search/',
      async (page) => {
        await page.evaluate(() => {
          const seen = window as unknown as { shifted: number }
          seen.shifted = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
              if (!hadRecentInput) seen.shifted += value
            }
          }).observe({ type: 'layout-shift', buffered: true })
        })
        await page.locator('#q').focus()
        for (const words of ['the', 'dominoes', 'qqqqzzzz', 'flipped classroom']) {
          await page.locator('#q').fill('')
          await page.keyboard.type(words)
          await page.waitForURL(`**/search/?q=${words.replace(' ', '+')}`)
          await page.locator('#told', { hasText: /\b(?:\d+ posts|One post|Nothing) found/ }).waitFor()
        }
        expect(await page.evaluate(() => (window as unknown as { shifted: number }).shifted)).toBe(0)
      },
      // Browsers do not count what moves within half a second of a key.
      (page) =>
        page.route('**/fragment/*', async (route) => {
          await new Promise((late) => setTimeout(late, 700))
          await route.continue()
        }),
    )
  })

  test('an answer that comes after a later question is not shown', async () => {
    let release = (): void => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let holding = true
    await onKeyboard(
      'search/',
      async (page) => {
        const first = page.waitForRequest('**/fragment/*')
        await page.locator('#q').fill('dominoes')
        const late = await first
        await page.locator('#q').fill('flipped')
        await found(page).first().waitFor()
        const shown = await titles(page)
        release()
        await late.response()
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
        expect(await titles(page)).toEqual(shown)
        expect(shown[0]).toContain('flipped')
      },
      (page) =>
        page.route('**/fragment/*', async (route) => {
          const first = holding
          holding = false
          if (first) await held
          await route.continue()
        }),
    )
  })

  test('shows what was asked as text, whatever it is', async () => {
    const hostile = '"><img src=qqzz onerror=qqzz>'
    await onKeyboard(`search/?topic=%22%5D&q=${encodeURIComponent(hostile)}`, async (page) => {
      await page.getByRole('status').filter({ hasText: 'Nothing found' }).waitFor()
      expect(await page.locator('#q').inputValue()).toBe(hostile)
      expect(await page.locator('img').count()).toBe(0)
      expect(await page.title()).toContain('Search')
    })
  })

  test('says so when it cannot be loaded, and leads to the topics', async () => {
    await onKeyboard(
      'search/?q=dominoes',
      async (page) => {
        await page.getByRole('status').filter({ hasText: 'could not be loaded' }).waitFor()
        expect(await page.locator('#browse').isVisible()).toBe(true)
      },
      (page) => page.route('**/pagefind-worker.js', (route) => route.abort()),
    )
  })

  test('comes back with its results', async () => {
    await onKeyboard('search/', async (page) => {
      await page.locator('#q').fill('dominoes')
      await found(page).first().waitFor()
      await found(page).locator('a:has(time)').first().click()
      await page.waitForURL('**/archive/**')
      await page.goBack()
      await found(page).first().waitFor()
      expect(await page.locator('#q').inputValue()).toBe('dominoes')
    })
  })

  test('waits for Enter where data is dear', async () => {
    const asked: string[] = []
    await onKeyboard(
      'search/',
      async (page) => {
        await page.locator('#q').focus()
        await page.keyboard.type('dominoes')
        expect(asked).toEqual([])
        await page.keyboard.press('Enter')
        await found(page).first().waitFor()
        expect(asked).not.toEqual([])
      },
      async (page) => {
        page.on('request', (request) => {
          if (request.url().includes('/pagefind/')) asked.push(request.url())
        })
        await page.addInitScript(() => {
          Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
        })
      },
    )
  })

  test('its script is small', async () => {
    const dist = await builtSite()
    const [name = ''] = readdirSync(join(dist, '_astro')).filter((file) => /^search\..*\.js$/.test(file))
    expect(gzipSync(readFileSync(join(dist, '_astro', name)), { level: 9 }).length).toBeLessThanOrEqual(3140)
  })
})
