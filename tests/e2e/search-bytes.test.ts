import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Post } from '../../src/planet/archive/post.ts'
import { writeSearchIndex } from '../../src/search/index.ts'
import { chance } from '../chance.ts'
import { samplePlanet, samplePost } from '../feeds/planet.ts'
import { type Served, serveFolder } from './serve.ts'
import { builtSite, FIRST_VISIT, home, openBrowser } from './site.ts'

/**
 * What the first answer weighs on the wire, all that is loaded from the first key on: with 5,000 posts a language, in one language
 * and in two. The texts are invented, with as many different words, and as few frequent ones, as a language has; the first thousand are the same in both, so that one question finds posts in both.
 */
const POSTS = 5000
const MOST = 200_000
const MOST_FOR_ANOTHER = 90_000
const LANGUAGES = { en: 'bcdfglmnprstvw', es: 'bcdfghjlmnrtvz' }
const SPOKEN = 20_000

const base = new URL(home).pathname.replace(/\/$/, '')
const vocabularies = new Map(Object.entries(LANGUAGES).map(([language, letters]) => [language, vocabularyOf(letters)]))

let folder: string
let site: Served
let browser: Browser
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffroom-search-bytes-'))
  const dist = join(folder, 'dist')
  await cp(await builtSite(), dist, { recursive: true })
  await rm(join(dist, 'pagefind'), { recursive: true })
  await writeSearchIndex(samplePlanet(posts()), dist)
  site = await serveFolder(async () => dist, base)
  browser = await openBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await rm(folder, { recursive: true, force: true })
})

/** Words by how frequent they are in both languages, the most frequent being number 0. */
const QUESTIONS: [what: string, words: number[], keys?: number][] = [
  ['one letter', [40], 1],
  ['a frequent word', [40]],
  ['a rare word', [12_000]],
  ['two words', [40, 300]],
]

describe('the first answer weighs no more than it may:', () => {
  test.each(QUESTIONS)('%s', async (_what, ranks, keys = Number.POSITIVE_INFINITY) => {
    const text = ranks.map((rank) => word('en', rank)).join(' ')
    const one = await weigh(['en'], text.slice(0, keys))
    const two = await weigh(['en', 'es'], text.slice(0, keys))
    expect(one).toBeGreaterThan(50_000)
    expect(one).toBeLessThanOrEqual(MOST)
    expect(two - one).toBeLessThanOrEqual(MOST_FOR_ANOTHER)
  })
})

/** The bytes of all bodies that a browser without a cache receives between the first key and the answer. */
async function weigh(languages: string[], text: string): Promise<number> {
  const context = await browser.newContext(FIRST_VISIT)
  try {
    const page = await context.newPage()
    const asked = languages.map((language) => `language=${language}`).join('&')
    await page.goto(`http://127.0.0.1:${site.port}${base}/search/?${asked}`, { waitUntil: 'networkidle' })
    const bodies: Promise<number>[] = []
    const kinds = new Set<string>()
    page.on('requestfinished', (request) => {
      kinds.add(new URL(request.url()).pathname.replace(/.*\./, ''))
      bodies.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
    })
    await page.locator('#q').focus()
    await page.keyboard.type(text)
    await page.locator('#found li').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect([...kinds]).toEqual(expect.arrayContaining(['js', 'pagefind', 'pf_meta', 'pf_index', 'json']))
    return (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0)
  } finally {
    await context.close()
  }
}

function posts(): Post[] {
  return Object.keys(LANGUAGES).flatMap((language, abroad) => {
    const dice = chance(abroad + 1)
    // Zipf's law: the second word is half as frequent as the first, the third a third.
    const text = (count: number) =>
      Array.from({ length: count }, () => word(language, Math.floor(SPOKEN ** dice()) - 1)).join(' ')
    return Array.from({ length: POSTS }, (_, at) =>
      samplePost({
        id: (abroad * POSTS + at).toString(16).padStart(12, '0'),
        language,
        published: new Date(Date.UTC(2026, 10, 20) - (at * 2 + abroad) * 3 * 3_600_000).toISOString(),
        title: text(7),
        excerpt: text(45),
        tags: [text(1), text(1), ['maths', 'gamification', 'homework', 'poetry'][at % 4] ?? ''],
      }),
    )
  })
}

function word(language: string, rank: number): string {
  return vocabularies.get(language)?.[rank] ?? ''
}

/** So many words that sound alike; frequent words are short. */
function vocabularyOf(consonants: string): string[] {
  const own = chance(consonants.charCodeAt(6))
  const shared = chance(7)
  const words = new Set<string>()
  while (words.size < SPOKEN) {
    const dice = words.size < 1000 ? shared : own
    const letter = (letters: string): string => letters[Math.floor(dice() * letters.length)] ?? ''
    const syllables = 1 + Math.floor((Math.log10(words.size + 1) / 1.6) * (0.5 + dice()))
    const set = words.size < 1000 ? 'bcdfglmnprst' : consonants
    words.add(
      Array.from({ length: syllables }, () => letter(set) + letter('aeiou') + (dice() < 0.3 ? letter('nrsl') : '')).join(''),
    )
  }
  return [...words]
}
