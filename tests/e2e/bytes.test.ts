import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chance } from '../chance.ts'
import { buildSite } from './build.ts'
import { type Served, serveFolder } from './serve.ts'
import { FIRST_VISIT, openBrowser, printedPages } from './site.ts'

/**
 * What pages weigh on the wire, compressed, with all that they load, when every list on them is full: a teacher on staff-room wifi
 * (400 kbit/s) gets 25 kB in half a second. The texts are invented, in four languages of some thousand words each, and
 * compress about as real ones do: full shelves of real feeds came within a kilobyte of the one here.
 */
const MOST: [kind: string, path: string, kilobytes: number][] = [
  ['home', '', 25],
  ['home in another language', 'ru/', 25],
  ['topic', 'topics/mathematics/', 30],
  ['blog', 'blogs/blog-1/', 30],
  ['shelf', 'archive/2026-09/1/', 40],
]
const BLOGS = 40
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

test('the shelf that is weighed is full: a hundred posts of many blogs, each with as much as may be quoted', async () => {
  const page = await browser.newPage(FIRST_VISIT)
  await page.goto(`http://127.0.0.1:${site.port}/archive/2026-09/1/`)
  const excerpts = await page.locator('article.card .excerpt').allInnerTexts()
  const blogs = await page
    .locator('article.card .from')
    .evaluateAll((all) => new Set(all.map((link) => link.getAttribute('href'))).size)
  await page.close()
  expect(excerpts.length).toBe(100)
  expect(excerpts.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(100 * 270)
  expect(blogs).toBeGreaterThan(30)
})

test('a full week is printed on two pages at most', async () => {
  const page = await browser.newPage(FIRST_VISIT)
  await page.goto(`http://127.0.0.1:${site.port}/week/`)
  expect(await page.locator('article.card').count()).toBe(30)
  expect(await printedPages(page)).toBeLessThanOrEqual(2)
  await page.close()
})

/** The bytes of all bodies that a browser without a cache receives for a page. */
async function weigh(address: string): Promise<number> {
  const context = await browser.newContext(FIRST_VISIT)
  const page = await context.newPage()
  const bodies: Promise<number>[] = []
  page.on('requestfinished', (request) => bodies.push(request.sizes().then(({ responseBodySize }) => responseBodySize)))
  const answer = await page.goto(address, { waitUntil: 'networkidle' })
  expect(answer?.status(), address).toBe(200)
  const sizes = await Promise.all(bodies)
  await context.close()
  return sizes.reduce((sum, size) => sum + size, 0)
}

/**
 * Blogs whose feeds lie in the planet's own folder, with three posts a month in each, as real ones are: each at a host of its own, in one
 * of four languages, with names of authors, long addresses made of date and title, several tags, and texts longer than an excerpt.
 */
async function writePlanet(): Promise<void> {
  const dice = chance(2026)
  const tongues = ['en', 'es', 'ca', 'ru'].map((language) => ({ language, words: tongue(dice, language === 'ru') }))
  await mkdir(join(folder, 'content', 'feeds'), { recursive: true })
  await copyFile(join(import.meta.dirname, '../../content/topics.yaml'), join(folder, 'content', 'topics.yaml'))
  const lines: string[] = []
  for (let at = 0; at < BLOGS; at++) {
    const { language, words } = tongues[at % tongues.length] ?? { language: 'en', words: () => '' }
    const latin = tongues[0]?.words ?? words
    const slug = (count: number): string => latin(count).replaceAll(' ', '-')
    const [id, site, author] = [`blog-${at + 1}`, `https://${slug(2)}.example/${at % 3 === 0 ? `${slug(1)}/` : ''}`, words(2)]
    const items = Array.from({ length: POSTS }, (_, post) => {
      // The last of them is a year old, to the day.
      const age = post === POSTS - 1 ? 365 * 24 : post * 250 + at + 1
      const published = new Date(Date.parse(NOW) - age * 3_600_000)
      const tags = ['mathematics', 'primary', TAGS[Math.floor(dice() * TAGS.length)], words(1)]
      return `<item><title>${words(6)}</title><link>${site}${published.toISOString().slice(0, 7).replace('-', '/')}/${slug(5)}/</link>
        <pubDate>${published.toUTCString()}</pubDate><dc:creator>${author}</dc:creator>
        ${tags.map((tag) => `<category>${tag}</category>`).join('')}<description>${words(120)}.</description></item>`
    })
    await writeFile(
      join(folder, 'content', 'feeds', `${id}.xml`),
      `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${words(3)}</title><link>${site}</link>
        <language>${language}</language>${items.join('')}</channel></rss>`,
    )
    const licence = at % 2 === 0 ? 'licence: CC-BY-SA-4.0, ' : ''
    lines.push(
      `- {id: ${id}, title: "${words(3)}", site: "${site}", feed: content/feeds/${id}.xml, kind: teacher, language: ${language}, ${licence}levels: [primary], subjects: [mathematics], consent: {by: owner, date: 2026-11-01, how: test}}`,
    )
  }
  const said = tongues[0]?.words ?? (() => '')
  await mkdir(join(folder, 'content', 'events'))
  for (const day of [21, 22, 23, 24]) {
    const fields = `title: ${said(6)}\nbegins: 2026-11-${day}\nplace: ${said(1)}\nurl: https://${said(1)}.example/\nlanguage: es`
    await writeFile(join(folder, 'content', 'events', `${day}.md`), `---\n${fields}\n---\n${said(24)}.\n`)
  }
  await writeFile(
    join(folder, 'feeds.yaml'),
    `planet: {title: Planet, description: "${tongues[0]?.words(12)}", languages: [en, es, ca, ru], contact: "mailto:planet@example.org"}\nblogs:\n${lines.join('\n')}\n`,
  )
}

const TAGS = [
  'lesson-plan',
  'worksheet',
  'gamification',
  'history',
  'physics',
  'assessment',
  'reading',
  'families',
  'robotics',
  'opinion',
]

/** The words of an invented language. Few are frequent and most are rare, as in any. */
function tongue(dice: () => number, cyrillic: boolean): (count: number) => string {
  const vocabulary = Array.from({ length: 4000 }, () => word(dice)).map((one) => (cyrillic ? inCyrillic(one) : one))
  const pick = (): string => vocabulary[Math.floor(vocabulary.length * dice() ** 3)] ?? ''
  return (count) => Array.from({ length: count }, pick).join(' ')
}

const inCyrillic = (text: string): string =>
  [...text].map((letter) => 'бцдфглмнпрстваеиоу'['bcdfglmnprstvaeiou'.indexOf(letter)] ?? letter).join('')

function word(dice: () => number): string {
  const letter = (letters: string): string => letters[Math.floor(dice() * letters.length)] ?? ''
  const syllables = 1 + Math.floor(dice() * 4)
  return Array.from(
    { length: syllables },
    () => letter('bcdfglmnprstv') + letter('aeiou') + (dice() < 0.3 ? letter('nrsl') : ''),
  ).join('')
}
