import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BlogState } from '../../src/planet/archive/post.ts'
import { openArchive } from '../../src/planet/archive/store.ts'
import { parseModeration } from '../../src/planet/config/moderation.ts'
import { samplePost } from '../feeds/planet.ts'
import { run } from '../scripts/run.ts'
import { type Served, serveFolder } from './serve.ts'
import { FIRST_VISIT, openBrowser, PHONE } from './site.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'staffroom-health-'))
const dist = join(folder, 'dist')
const NOW = '2026-11-20T07:00:00.000Z'

const held: BlogState = {
  state: 'held',
  since: '2026-11-18T09:00:00.000Z',
  signals: [
    { code: 'ids', value: 100 },
    { code: 'words', value: 92 },
  ],
}
const STATES: Record<string, BlogState | undefined> = {
  well: undefined,
  changed: held,
  sold: held,
  broken: { state: 'failing', since: '2026-10-02T09:00:00.000Z', code: 'not-found', detail: '<b>404</b>' },
  ended: { state: 'gone', since: '2026-11-01T09:00:00.000Z', code: 'gone' },
  stopped: undefined,
  silent: undefined,
}
const SECRET = 'Win at the casino tonight'

let browser: Browser
let page: Page
let site: Served
let home: string

beforeAll(async () => {
  const blogs = Object.keys(STATES).map(
    (id) =>
      `  - {id: ${id}, title: Blog ${id}, site: "https://${id}.school.cat/", feed: "https://${id}.school.cat/feed", kind: teacher, language: ca, consent: {by: owner, date: 2026-11-02, how: mail}}`,
  )
  writeFileSync(
    join(folder, 'feeds.yaml'),
    `planet: {title: Ours, contact: "mailto:us@school.cat", languages: [en, ru]}\nblogs:\n${blogs.join('\n')}\n`,
  )
  mkdirSync(join(folder, 'content'))
  cpSync(join(root, 'content/topics.yaml'), join(folder, 'content/topics.yaml'))
  writeFileSync(
    join(folder, 'content/moderation.yaml'),
    'pause: [{blog: stopped, date: 2026-11-05, reason: copyright, note: a letter came}]\nrefuse: [{blog: sold, date: 2026-11-19, reason: taken-over}]\n',
  )
  const archive = openArchive(join(folder, 'archive'))
  for (const [index, [id, state]] of Object.entries(STATES).entries()) {
    const own = (number: number, title: string, published: string) => ({
      ...samplePost({
        id: (index * 16 + number).toString(16).padStart(12, '0'),
        title,
        published,
        shelf: `${published.slice(0, 7)}/1`,
      }),
      blog: id,
      url: `https://${id}.school.cat/${number}/`,
    })
    await archive.save(id, {
      posts: [own(1, `Kept of ${id}`, id === 'silent' ? '2025-01-10T08:00:00.000Z' : '2026-11-10T08:00:00.000Z')],
      ...(state === undefined ? {} : { state }),
      ...(id === 'changed' ? { held: [2, 3, 4].map((number) => own(number, SECRET, '2026-11-18T08:00:00.000Z')) } : {}),
    })
  }
  const { code, out, err } = await run('build', ['--planet', folder, '--no-fetch', '--now', NOW])
  expect(code, out + err).toBe(0)
  site = await serveFolder(async () => dist, '')
  home = `http://127.0.0.1:${site.port}/`
  browser = await openBrowser()
  page = await browser.newPage({ ...FIRST_VISIT, reducedMotion: 'reduce', viewport: PHONE, javaScriptEnabled: true })
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

const textAt = async (path: string, where: string): Promise<string> => {
  await page.goto(home + path)
  return (await page.locator(where).innerText()).replace(/\s+/g, ' ')
}

describe('the health page of a planet with troubles', () => {
  test('counts the blogs', async () => {
    const said = await textAt('health/', 'main header')
    expect(said).toContain('7 blogs')
    for (const count of ['doing well 1', 'being looked at 2', 'has gone 1', 'paused 1', 'quiet for a year 1'])
      expect(said).toContain(count)
  })

  test('says of a held blog since when, why, and how many posts wait', async () => {
    const said = await textAt('health/', '#b-changed')
    for (const part of ['18 November 2026', 'nothing that was there before', '92% of the new posts', '3 new posts wait'])
      expect(said).toContain(part)
  })

  test('gives lines that moderation.yaml takes as they are', async () => {
    await page.goto(`${home}health/`)
    const [release = '', refuse = '', ...rest] = await page.locator('#b-changed pre').allInnerTexts()
    expect(parseModeration(release).release).toMatchObject([{ blog: 'changed', date: '2026-11-20' }])
    expect(parseModeration(refuse).refuse).toMatchObject([{ blog: 'changed', date: '2026-11-20' }])
    expect(rest).toEqual([])
  })

  test('says of a refused blog that it is refused, and how to take that back', async () => {
    expect(await textAt('health/', '#b-sold')).toContain('what is new there is not taken')
    expect(await page.locator('#b-sold pre').allInnerTexts()).toEqual([expect.stringContaining('release:')])
  })

  test('says of a failing blog since when, why and the way out', async () => {
    const said = await textAt('health/', '#b-broken')
    for (const part of ['2 October 2026', 'There is nothing at this address.', 'Give us the address of the blog itself'])
      expect(said).toContain(part)
  })

  test('says why maintainers paused a blog, and keeps their note to itself', async () => {
    const said = await textAt('health/', '#b-stopped')
    expect(said).toContain('5 November 2026. Reason: copyright.')
    expect(said).not.toContain('letter')
  })

  test('leads to each blog, and from a blog in trouble back to its place here', async () => {
    await page.goto(`${home}blogs/broken/`)
    await page.locator('main').getByRole('link', { name: 'What can be done' }).click()
    expect(page.url()).toBe(`${home}health/#b-broken`)
    await page.locator('#b-broken a.blog').click()
    expect(page.url()).toBe(`${home}blogs/broken/`)
    await page.goto(`${home}blogs/well/`)
    expect(await page.getByRole('link', { name: 'What can be done' }).count()).toBe(0)
  })

  test('tells it in the other languages of the planet too', async () => {
    expect(await textAt('ru/health/', '#b-changed')).toMatch(/18 ноября 2026 г\. лента .* Ждут 3 новые записи\./)
  })

  test('shows nothing of a post that waits, nor does any other file of the site', () => {
    const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.filter((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').includes(SECRET))).toEqual([])
  })

  test.each(['light', 'dark'] as const)(
    'has nothing that axe finds wrong (%s), and fits the narrowest screen',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(`${home}health/`)
      await page.evaluate(axe.source)
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    },
  )
})
