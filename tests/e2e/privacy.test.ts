import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KINDS } from './kinds.ts'
import { builtSite, home, openBrowser, pages, textOf } from './site.ts'

let browser: Browser
beforeAll(async () => {
  await builtSite()
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Opens pages one after the other as one reader, and tells what left the machine, what was stored and what the browser refused. */
async function visit(addresses: string[]) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const asked: string[] = []
  const refused: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text())
  })
  page.on('pageerror', (error) => refused.push(error.message))
  for (const address of addresses) {
    await page.goto(home + address, { waitUntil: 'networkidle' })
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  }
  const cookies = await context.cookies()
  const stored = await page.evaluate(() => Object.keys(localStorage))
  await context.close()
  const elsewhere = asked.filter((url) => !url.startsWith('data:') && new URL(url).origin !== new URL(home).origin)
  return { elsewhere, cookies, refused, stored }
}

const nothing = { elsewhere: [], cookies: [], refused: [], stored: [] }

describe('a reader is followed by nobody', () => {
  test.each(KINDS)('no other origin, no cookie, nothing against the policy: $kind', async ({ examples }) => {
    expect(await visit(examples)).toEqual(nothing)
  })

  test('nor while searching in every language', async () => {
    expect(await visit(['search/?q=fraction', 'ru/search/?q=урок&language=', 'search/?q=aula&language=es'])).toEqual(nothing)
  })
})

describe('in the whole site', () => {
  /** What a browser loads by itself: everything but the addresses a reader may follow. */
  const LOADED = /<(?:img|script|iframe|frame|embed|object|video|audio|source|track|input|link|image|use)\b[^>]*>/g
  const OWN = /^(?:data:|\/planet\/|#|https?:\/\/127\.0\.0\.1:\d+\/planet\/)/

  test('no page loads anything from elsewhere', async () => {
    for (const address of await pages()) {
      const html = await textOf(address === '' || address.endsWith('/') ? `${address}index.html` : address)
      for (const [tag] of html.matchAll(LOADED)) {
        if (/rel="(?:canonical|alternate|license|me|author)/.test(tag)) continue
        for (const [, url = ''] of tag.matchAll(/\s(?:src|href|poster|data|xlink:href)="([^"]*)"/g))
          expect(url, `${address}: ${tag}`).toMatch(OWN)
        expect(tag, address).not.toMatch(/\ssrcset=/)
      }
    }
  })

  test('no page shows a picture that an author made', async () => {
    for (const address of await pages()) {
      expect(await textOf(address === '' || address.endsWith('/') ? `${address}index.html` : address), address).not.toMatch(
        /<(?:img|picture|video|iframe)\b/,
      )
    }
  })

  test('every page carries a policy that lets nothing else in, and no style or handler written into a tag', async () => {
    for (const address of await pages()) {
      const html = await textOf(address === '' || address.endsWith('/') ? `${address}index.html` : address)
      const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
      expect(policy, address).toContain("default-src 'none'")
      expect(policy, address).not.toMatch(/\*|https?:|'unsafe-inline'|'unsafe-eval'/)
      expect(policy.includes("'wasm-unsafe-eval'"), address).toBe(/(?:^|\/)search\/$/.test(address))
      expect(html, address).not.toMatch(/<[a-z][^>]*\s(?:style|on\w+)="/i)
    }
  })
})
