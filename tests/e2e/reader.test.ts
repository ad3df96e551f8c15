import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asReader, builtSite, DESKTOP, filesOf, home, openBrowser, PHONE, textOf } from './site.ts'

let browser: Browser
beforeAll(async () => {
  await builtSite()
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A reader with a device of her own; what went wrong on the pages is given to `use` and must stay empty. */
async function reader(
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<void> {
  await asReader(browser, { viewport: DESKTOP, reducedMotion: 'reduce', ...options }, async (page) => {
    const wrong: string[] = []
    page.on('pageerror', ({ message }) => wrong.push(message))
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(home)) wrong.push(request.url())
    })
    await prepare(page)
    await use(page)
    expect(wrong).toEqual([])
  })
}

const titles = (page: Page) => page.locator('article.card:visible .title').allInnerTexts()
const pressed = (page: Page) => page.locator('.save[aria-pressed="true"]').count()

describe('saved posts', () => {
  test('stay on the device, are listed, and go again', async () => {
    await reader(async (page) => {
      await page.goto(home)
      const [first = '', second = ''] = await titles(page)
      await page.locator('.save').nth(0).click()
      await page.locator('.save').nth(1).click()
      await page.locator('.kept a').click()
      await page.waitForURL(`${home}saved/`)
      expect(await titles(page)).toEqual([second, first])
      await page.locator('.save').nth(0).click()
      await page.reload()
      expect(await titles(page)).toEqual([first])
      await page.goto(home)
      expect(await pressed(page)).toBe(1)
    })
  })

  test('keep what the card showed: addresses, blog, language and direction', async () => {
    await reader(async (page) => {
      await page.goto(`${home}languages/ar/`)
      const shown = await page.locator('article.card').first().evaluate(look)
      await page.locator('.save').first().click()
      await page.goto(`${home}ru/saved/`)
      expect(await page.locator('article.card').first().evaluate(look)).toEqual(shown)
      await page.locator('article.card .by a').nth(1).click()
      expect(page.url()).toContain('/archive/')
    })
  })

  test('of a blog’s own page name the blog, though its cards do not', async () => {
    await reader(async (page) => {
      await page.goto(`${home}blogs/number-line/`)
      const name = await page.locator('h1').innerText()
      await page.locator('.save').first().click()
      await page.goto(`${home}saved/`)
      expect(await page.locator('.card .from').innerText()).toBe(name)
    })
  })

  test('go to another device in a file', async () => {
    let file = ''
    let saved: string[] = []
    await reader(async (page) => {
      await page.goto(home)
      for (const at of [0, 2]) await page.locator('.save').nth(at).click()
      await page.goto(`${home}saved/`)
      saved = await titles(page)
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[download]').click()])
      expect(download.suggestedFilename()).toBe('saved-posts.json')
      file = readFileSync(await download.path(), 'utf8')
    })
    await reader(async (page) => {
      await page.goto(`${home}saved/`)
      expect(await page.locator('.blank').isVisible()).toBe(true)
      await hand(page, file)
      expect(await titles(page)).toEqual(saved)
      expect(await page.locator('.blank').isVisible()).toBe(false)
      await hand(page, file)
      expect(await titles(page)).toEqual(saved)
    })
  })

  test('a hostile file brings no markup and no address that runs', async () => {
    await reader(async (page) => {
      await page.goto(`${home}saved/`)
      const post = { permalink: '/archive/2026-11/1/#p-1', href: 'https://blog.example/', from: '/blogs/a/' }
      await hand(
        page,
        JSON.stringify({
          saved: [
            { ...post, title: '<img src=x onerror=alert(1)>', excerpt: '<script>alert(1)</script>', date: 'never' },
            { ...post, href: 'javascript:alert(1)' },
            null,
          ],
          hidden: { '../../evil': 'x', 'blogs/aula-204': '<b>x</b>' },
        }),
      )
      expect(await titles(page)).toEqual(['<img src=x onerror=alert(1)>'])
      expect(await page.locator('main :is(img, script, b), main a[href^="javascript"]').count()).toBe(0)
      expect(await page.locator('.hidden a').allInnerTexts()).toEqual(['<b>x</b>'])
      await hand(page, 'no JSON at all')
      expect(await page.locator('#own [role=status]').innerText()).toMatch(/Nothing/)
      expect(await titles(page)).toHaveLength(1)
    })
  })

  test('without JavaScript the page says why it is empty', async () => {
    await reader(
      async (page) => {
        await page.goto(`${home}saved/`)
        expect(await page.locator('noscript').innerText()).toMatch(/JavaScript/)
        expect(await page.locator('#own').isVisible()).toBe(false)
      },
      { javaScriptEnabled: false },
    )
  })
})

/** What there is to know of a card, but for the way its date is written. */
function look(card: Element) {
  const text = (selector: string) => card.querySelector(selector)?.textContent?.trim()
  return {
    title: text('.title'),
    href: card.querySelector<HTMLAnchorElement>('.title a')?.href,
    blog: text('.from'),
    permalink: card.querySelector<HTMLAnchorElement>('.by a[href*="#p-"]')?.href,
    date: card.querySelector('time')?.dateTime,
    excerpt: text('.excerpt'),
    lang: (card as HTMLElement).lang,
    dir: (card as HTMLElement).dir,
  }
}

async function hand(page: Page, text: string): Promise<void> {
  const told = page.locator('#own [role=status]')
  await told.evaluate((element) => element.replaceChildren())
  await page
    .locator('#own input[type=file]')
    .setInputFiles({ name: 'saved.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await told.filter({ hasText: /./ }).waitFor()
}

describe('where storage is blocked', () => {
  test.each([
    ['throws', 'get() { throw new DOMException("blocked", "SecurityError") }'],
    ['is not there', 'get() { return null }'],
  ])('and %s, nothing is offered and nothing fails', async (_how, getter) => {
    await reader(
      async (page) => {
        for (const path of ['', 'blogs/aula-204/', 'archive/2026-11/1/']) {
          await page.goto(home + path)
          expect(await page.locator('article.card').count()).toBeGreaterThan(0)
          expect(await page.locator('.save:visible, .hide:visible').count()).toBe(0)
        }
        await page.locator('button.theme').click()
        await page.goto(`${home}saved/`)
        expect(await page.locator('#blocked').isVisible()).toBe(true)
        expect(await page.locator('#own').isVisible()).toBe(false)
      },
      {},
      (page) => page.addInitScript(`Object.defineProperty(window, 'localStorage', { ${getter} })`),
    )
  })

  test('and a full one keeps what it had, and says so', async () => {
    await reader(
      async (page) => {
        await page.goto(home)
        await page.locator('.save').first().click()
        expect(await pressed(page)).toBe(0)
      },
      {},
      (page) => page.addInitScript('Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") }'),
    )
  })
})

describe('hidden', () => {
  test('blogs leave the lists, which say so, and come back', async () => {
    await reader(async (page) => {
      await page.goto(`${home}topics/mathematics/`)
      const before = await titles(page)
      await page.goto(`${home}blogs/number-line/`)
      const own = await titles(page)
      await page.locator('.hide').click()
      await page.reload()
      expect(await titles(page)).toEqual(own)
      expect(await page.locator('.hide').getAttribute('aria-pressed')).toBe('true')
      await page.goto(`${home}topics/mathematics/`)
      const left = await titles(page)
      expect(left).toEqual(before.filter((title) => !own.includes(title)))
      expect(left.length).toBeLessThan(before.length)
      expect(await page.locator('.unseen b').innerText()).toBe(String(before.length - left.length))
      await page.locator('.unseen button').click()
      expect(await titles(page)).toEqual(before)
      await page.goto(`${home}es/saved/`)
      await page.locator('.hidden a[href$="/es/blogs/number-line/"]').waitFor()
      await page.locator('.hidden button').click()
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('list-keys')
      await page.goto(`${home}topics/mathematics/`)
      expect(await titles(page)).toEqual(before)
    })
  })

  test('topics leave other lists, not their own', async () => {
    await reader(async (page) => {
      await page.goto(`${home}topics/physics/`)
      const own = await titles(page)
      await page.locator('.hide').click()
      await page.reload()
      expect(await titles(page)).toEqual(own)
      await page.goto(`${home}ru/`)
      expect(await page.locator('.card:visible .topic a[href$="/topics/physics/"]').count()).toBe(0)
      expect(await page.locator('.unseen').isVisible()).toBe(true)
    })
  })
})

describe('nothing in sight is pushed while a page opens', () => {
  test.each(['', 'topics/mathematics/', 'blogs/number-line/', 'archive/2026-11/1/', 'saved/'])('/%s', async (path) => {
    for (const viewport of [PHONE, DESKTOP]) {
      await reader(
        async (page) => {
          await page.goto(home + path)
          expect(await shifted(page)).toBeLessThan(UNSEEN)
        },
        { viewport },
      )
    }
  })
})

test('on its shelf a citation is copied whole', async () => {
  await reader(
    async (page) => {
      await page.goto(`${home}archive/2026-11/1/`)
      const doing = page.locator('.card .doing').first()
      await doing.locator('summary').click()
      await doing.locator('.copy').click()
      await doing.locator('.copy').filter({ hasText: '✓' }).waitFor()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await doing.locator('.cite').innerText())
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  )
})

/** A browser under load may paint a page before it has all of it. A tenth is called good; a hundredth nobody sees. */
const UNSEEN = 0.01

/** How far things were pushed on this page since it was opened (Cumulative Layout Shift). */
const shifted = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => done(sum)))
      }),
  )

describe('choices', () => {
  test('are remembered in every language, shown without a shift, and forgotten', async () => {
    await reader(
      async (page) => {
        await page.goto(home)
        expect(await page.locator('#mine').isVisible()).toBe(false)
        for (const [menu, path] of [
          [0, 'topics/mathematics/'],
          [1, 'topics/lower-secondary/'],
        ] as const) {
          await page.goto(home)
          await page.locator('.chooser summary').nth(menu).click()
          await page.locator(`.chooser a[href$="/${path}"]`).click()
          expect(page.url()).toBe(home + path)
        }
        await page.goto(`${home}es/`, { waitUntil: 'load' })
        const links = await page.locator('#mine a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
        expect(links).toEqual(['saved', 'topics/lower-secondary', 'topics/mathematics'].map((path) => `/planet/es/${path}/`))
        expect(await shifted(page)).toBeLessThan(UNSEEN)
        await page.locator('#mine button').click()
        expect(await page.locator('#mine a').evaluate((link) => link === document.activeElement)).toBe(true)
        await page.reload()
        expect(await page.locator('#mine a').count()).toBe(1)
      },
      { viewport: PHONE },
    )
  })
})

describe('keys', () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim())

  test('lead through the posts, save, and find the search', async () => {
    await reader(async (page) => {
      await page.goto(home)
      const all = await titles(page)
      await page.keyboard.press('j')
      expect(await focused(page)).toBe(all[0])
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.keyboard.press('k')
      expect(await focused(page)).toBe(all[1])
      await page.keyboard.press('s')
      expect(await page.locator('.card').nth(1).locator('.save').getAttribute('aria-pressed')).toBe('true')
      await page.keyboard.press('Control+j')
      expect(await focused(page)).toBe(all[1])
      await page.keyboard.press('/')
      await page.keyboard.type('jk?/')
      expect(await page.locator('search.wide input').inputValue()).toBe('jk?/')
    })
  })

  test('on a phone / leads to the search page', async () => {
    await reader(
      async (page) => {
        await page.goto(home)
        await page.keyboard.press('/')
        await page.waitForURL(`${home}search/`)
      },
      { viewport: PHONE },
    )
  })

  test('? lists them, and there they can be switched off and on again', async () => {
    await reader(async (page) => {
      await page.goto(home)
      await page.keyboard.press('?')
      await page.locator('dialog input').uncheck()
      await page.keyboard.press('Escape')
      await page.locator('dialog').waitFor({ state: 'detached' })
      await page.reload()
      for (const key of ['j', '?', '/']) await page.keyboard.press(key)
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
      expect(await page.locator('dialog').count()).toBe(0)
      await page.goto(`${home}saved/`)
      await page.locator('.list-keys').click()
      await page.locator('dialog input').check()
      await page.locator('dialog button').click()
      await page.goto(home)
      await page.keyboard.press('j')
      expect(await page.evaluate(() => document.activeElement?.closest('.card') !== null)).toBe(true)
    })
  })

  test('who goes on from an open menu finds nothing hidden behind it', async () => {
    await reader(async (page) => {
      await page.goto(home)
      await page.locator('.tongues summary').press('Enter')
      await page.locator('.tongues a').last().focus()
      await page.keyboard.press('Tab')
      expect(await page.locator('details[open]').count()).toBe(0)
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('theme')
    })
  })

  test('Escape closes a menu and stays at it', async () => {
    await reader(async (page) => {
      await page.goto(home)
      await page.locator('.chooser summary').first().click()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Escape')
      expect(await page.locator('details[open]').count()).toBe(0)
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
    })
  })
})

describe('axe finds nothing wrong', () => {
  test.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ] as const)('on a %s, with posts saved, blogs hidden and the keys shown', async (_device, viewport) => {
    await reader(
      async (page) => {
        const violations = async () => {
          const found: string[] = []
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme })
            await page.evaluate(axe.source)
            const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
            for (const { id, nodes } of violations) found.push(...nodes.map(({ html }) => `${colorScheme}: ${id}: ${html}`))
          }
          return found
        }
        await page.goto(`${home}blogs/sabbura-khadra/`)
        await page.locator('.save').first().click()
        await page.locator('.hide').click()
        expect(await violations()).toEqual([])
        await page.goto(home)
        await page.locator('.save').first().click()
        expect(await violations()).toEqual([])
        await page.goto(`${home}saved/#offline`)
        expect(await violations()).toEqual([])
        await page.keyboard.press('?')
        await page.locator('dialog').waitFor()
        expect(await violations()).toEqual([])
      },
      { viewport },
    )
  })
})

describe('without a net', () => {
  test('the home, the topic, the saved posts are there with their style, and any other page says what has happened', async () => {
    await reader(
      async (page) => {
        await page.goto(`${home}ru/`)
        await page.locator('.save').first().click()
        await page.goto(`${home}ru/topics/mathematics/`)
        await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
        await keptPages(page, ['ru/', 'ru/saved/', 'ru/topics/mathematics/'])
        await page.context().setOffline(true)
        for (const path of ['ru/', 'ru/topics/mathematics/', 'ru/saved/']) {
          await page.goto(home + path)
          expect(page.url()).toBe(home + path)
          expect(await page.locator('article.card').count(), path).toBeGreaterThan(0)
          expect(await page.evaluate(() => getComputedStyle(document.body).display), path).toBe('flex')
          expect(await page.locator('.save').count(), path).toBeGreaterThan(0)
        }
        await page.goto(`${home}ru/about/`)
        expect(page.url()).toBe(`${home}ru/saved/#offline`)
        expect(await page.locator('#offline').isVisible()).toBe(true)
        expect(await titles(page)).toHaveLength(1)
        await page.context().setOffline(false)
        await page.goto(`${home}ru/about/`)
        expect(page.url()).toBe(`${home}ru/about/`)
      },
      { serviceWorkers: 'allow' },
    )
  })

  /** Waits until the worker has kept these pages and a style. */
  const keptPages = (page: Page, paths: string[]) =>
    page.waitForFunction(
      async (wanted) => {
        for (const name of await caches.keys()) {
          const urls = (await (await caches.open(name)).keys()).map(({ url }) => url)
          if (wanted.every((url) => urls.includes(url)) && urls.some((url) => url.endsWith('.css'))) return true
        }
        return false
      },
      paths.map((path) => home + path),
    )
})

describe('on the wire', () => {
  const zipped = async (path: string) => gzipSync(await textOf(path), { level: 9 }).length

  test('the script is at most 2,850 bytes, one file on every page, and deferred', async () => {
    const [tag = '', src = ''] = /<script type="module" src="\/planet\/([^"]+)"><\/script>/.exec(await textOf('index.html')) ?? []
    expect(tag).not.toBe('')
    expect(await textOf('saved/index.html')).toContain(tag)
    expect(await textOf(src)).not.toMatch(/\bimport\b/)
    expect(await zipped(src)).toBeLessThanOrEqual(2_850)
    expect((await filesOf('.js')).filter((path) => path.startsWith('_astro/')).length).toBe(2)
  })

  test('the one script within a page is at most 300 bytes', async () => {
    const [, inline = ''] = /<script>(.+?)<\/script>/s.exec(await textOf('index.html')) ?? []
    expect(inline).toContain('theme')
    expect(Buffer.byteLength(inline)).toBeLessThanOrEqual(300)
  })

  test('the worker is at most 5,000 bytes', async () => {
    expect(await zipped('sw.js')).toBeLessThanOrEqual(5_000)
  })

  test('the words of a page are at most 350 bytes', async () => {
    for (const path of ['index.html', 'ru/index.html', 'archive/2026-11/1/index.html']) {
      const html = await textOf(path)
      const without = html.replace(/<template.*?<\/template>/s, '')
      expect(gzipSync(html, { level: 9 }).length - gzipSync(without, { level: 9 }).length, path).toBeLessThanOrEqual(350)
    }
  })

  test('the manifest names the site, its home and its icon', async () => {
    const link = /<link rel="manifest" href="([^"]+)"/.exec(await textOf('ca/index.html'))?.[1] ?? ''
    const answer = await fetch(new URL(link, home))
    expect(answer.headers.get('content-type')).toContain('application/manifest+json')
    const manifest = await answer.json()
    expect(manifest).toMatchObject({ name: 'Staffroom', start_url: '/planet/', scope: '/planet/', display: 'standalone' })
    expect((await fetch(new URL(manifest.icons[0].src, home))).status).toBe(200)
  })
})
