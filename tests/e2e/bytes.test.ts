import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chance } from '../chance.ts'
import { buildSite } from './build.ts'
import { type Served, serveFolder } from './serve.ts'
import { openBrowser, printedPages } from './site.ts'

/**
 * What pages weigh on the wire, compressed, with all that they load, when every list on them is full: a teacher on staff-room wifi
 * (400 kbit/s) gets 25 kB in half a second. The texts are invented from some thousand words, and so compress no better than real ones.
 */
const MOST: [kind: string, path: string, kilobytes: number][] = [
  ['home', '', 25],
  ['home in another language', 'ru/', 25],
  ['topic', 'topics/mathematics/', 30],
  ['blog', 'blogs/blog-1/', 30],
  ['shelf', 'archive/2026-09/1/', 40],
]
const BLOGS = 30
const POSTS = 40
const NOW = '2026-11-20T07:00:00.000Z'

let folder: string
let site: Served
let browser: Browser
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffroom-bytes-'))
  await writePlanet()
  site = await serveFolder(async () => join(folder, 'dist'), '')
  await buildSite(folder, { SITE_URL: `http://127.0.0.1:${site.port}`, BASE_PATH: '' }, ['--now', NOW])
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a full page weighs no more than it may:', () => {
  test.each(MOST)('%s (/%s) %d kB', async (_kind, path, kilobytes) => {
    const bytes = await weigh(`http://127.0.0.1:${site.port}/${path}`)
    expect(bytes).toBeGreaterThan(5_000)
    expect(bytes).toBeLessThanOrEqual(kilobytes * 1000)
  })
})

test('a full week is printed on two pages at most', async () => {
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${site.port}/week/`)
  expect(await page.locator('article.card').count()).toBe(30)
  expect(await printedPages(page)).toBeLessThanOrEqual(2)
  await page.close()
})

/** The bytes of all bodies that a browser without a cache receives for a page. */
async function weigh(address: string): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const bodies: Promise<number>[] = []
  page.on('requestfinished', (request) => bodies.push(request.sizes().then(({ responseBodySize }) => responseBodySize)))
  const answer = await page.goto(address, { waitUntil: 'networkidle' })
  expect(answer?.status(), address).toBe(200)
  const sizes = await Promise.all(bodies)
  await context.close()
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Blogs whose feeds lie in the planet's own folder, with two posts a week in each. */
async function writePlanet(): Promise<void> {
  const dice = chance(2026)
  const vocabulary = Array.from({ length: 4000 }, () => word(dice))
  // Few words are frequent and most are rare, as in any language.
  const pick = (): string => vocabulary[Math.floor(vocabulary.length * dice() ** 3)] ?? ''
  const words = (count: number): string => Array.from({ length: count }, pick).join(' ')
  await mkdir(join(folder, 'content', 'feeds'), { recursive: true })
  await copyFile(join(import.meta.dirname, '../../content/topics.yaml'), join(folder, 'content', 'topics.yaml'))
  const blogs = Array.from({ length: BLOGS }, (_, at) => `blog-${at + 1}`)
  for (const [at, blog] of blogs.entries()) {
    const items = Array.from({ length: POSTS }, (_, post) => {
      const published = new Date(Date.parse(NOW) - (post * 84 + at + 1) * 3_600_000)
      return `<item><title>${words(6)}</title><link>https://${blog}.example/${words(4).replaceAll(' ', '-')}/</link>
        <pubDate>${published.toUTCString()}</pubDate><category>mathematics</category><category>primary</category>
        <category>${pick()}</category><description>${words(120)}.</description></item>`
    })
    const head = `<title>${words(3)}</title><link>https://${blog}.example/</link><language>en</language>`
    await writeFile(
      join(folder, 'content', 'feeds', `${blog}.xml`),
      `<rss version="2.0"><channel>${head}${items.join('')}</channel></rss>`,
    )
  }
  const lines = blogs.map(
    (blog) =>
      `- {id: ${blog}, title: "${words(3)}", site: "https://${blog}.example/", feed: content/feeds/${blog}.xml, kind: teacher, language: en, licence: CC-BY-SA-4.0, consent: {by: owner, date: 2026-11-01, how: test}}`,
  )
  await writeFile(
    join(folder, 'feeds.yaml'),
    `planet: {title: Planet, description: "${words(12)}", languages: [en, es, ca, ru], contact: "mailto:planet@example.org"}\nblogs:\n${lines.join('\n')}\n`,
  )
}

function word(dice: () => number): string {
  const letter = (letters: string): string => letters[Math.floor(dice() * letters.length)] ?? ''
  const syllables = 1 + Math.floor(dice() * 4)
  return Array.from(
    { length: syllables },
    () => letter('bcdfglmnprstv') + letter('aeiou') + (dice() < 0.3 ? letter('nrsl') : ''),
  ).join('')
}
