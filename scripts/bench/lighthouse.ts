import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { openPlanet } from '../../src/planet/open.ts'
import { type Place, placeOf } from '../../src/planet/place.ts'
import { browserProgram } from '../../tests/e2e/browser.ts'
import { type Served, serveFolder } from '../../tests/e2e/serve.ts'
import type { Bench } from '../bench.ts'
import { root } from '../command.ts'
import { buildCopy } from '../showing.ts'

/** Fetched when it is asked for: a hundred packages that nobody else needs. */
const LIGHTHOUSE = 'lighthouse@13.5.0'
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking']
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

const report = z.object({
  categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
  audits: z.object({
    'largest-contentful-paint': z.object({ numericValue: z.number() }),
    'cumulative-layout-shift': z.object({ numericValue: z.number() }),
    'total-byte-weight': z.object({ numericValue: z.number() }),
  }),
})

/** What Lighthouse says of each kind of page: a phone on slow 4G, simulated. Once in the planet's languages, once in Arabic first. */
export const bench: Bench = {
  about: `lighthouse: scores of ${LIGHTHOUSE} (mobile, simulated slow 4G) on the planet, in its own language and in Arabic.`,
  async run(place) {
    const rows: Row[] = []
    for (const first of [undefined, 'ar']) {
      const folder = await mkdtemp(join(tmpdir(), 'staffroom-lighthouse-'))
      try {
        const scores = await scoresOf(place, folder, (own) => [...new Set([...(first ? [first] : []), ...own])])
        rows.push(...scores.map((score) => ({ in: first ?? '', ...score })))
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    }
    return rows
  },
}

type Row = Record<string, string | number>

async function scoresOf({ folder: planet, now }: Place, folder: string, languages: (own: string[]) => string[]): Promise<Row[]> {
  const site: Served = await serveFolder(async () => join(folder, 'dist'), '')
  try {
    const home = `http://127.0.0.1:${site.port}`
    await buildCopy({ planet, copy: folder, languages, home, ...(now === undefined ? {} : { now }) })
    const rows: Row[] = []
    for (const path of await examples(placeOf(root, { planet: folder, ...(now === undefined ? {} : { now }) })))
      rows.push(await scoreOf(home + path, path))
    return rows
  } finally {
    await site.close()
  }
}

/** One page of each kind, the fullest there is. */
async function examples(place: Place): Promise<string[]> {
  const { topics, members, months } = await openPlanet(place)
  const fullest = <T extends { posts: unknown[] }>(all: T[]): T | undefined =>
    all.toSorted((a, b) => b.posts.length - a.posts.length)[0]
  const open = members.filter(({ kind }) => kind !== 'class')
  return [
    '/',
    ...[fullest(topics)].flatMap((one) => (one ? [`/topics/${one.topic.id}/`] : [])),
    ...[fullest(open)].flatMap((one) => (one ? [`/blogs/${one.id}/`] : [])),
    ...months
      .toSorted((a, b) => b.posts - a.posts)
      .slice(0, 1)
      .flatMap(({ month, shelves }) => [`/archive/${month}/`, ...shelves.slice(0, 1).map(({ path }) => path)]),
    '/archive/',
    '/search/',
    ...[members.find(({ kind }) => kind === 'class')].flatMap((one) => (one ? [`/blogs/${one.id}/`] : [])),
  ]
}

async function scoreOf(address: string, path: string): Promise<Row> {
  const { stdout } = await promisify(execFile)(
    'npx',
    ['--yes', LIGHTHOUSE, address, '--output=json', '--quiet', `--chrome-flags=${FLAGS.join(' ')}`],
    { maxBuffer: 64_000_000, env: { ...process.env, CHROME_PATH: browserProgram() } },
  )
  const { categories, audits } = report.parse(JSON.parse(stdout))
  return {
    page: path,
    ...Object.fromEntries(CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)])),
    'LCP s': Number((audits['largest-contentful-paint'].numericValue / 1000).toFixed(1)),
    CLS: Number(audits['cumulative-layout-shift'].numericValue.toFixed(3)),
    kB: Math.round(audits['total-byte-weight'].numericValue / 100) / 10,
  }
}
