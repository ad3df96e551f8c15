import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Bench } from '../bench.ts'
import { median, round } from './table.ts'

const run = promisify(execFile)

const BLOGS = 1000
/** Of 50,000 posts one in a hundred. */
const NEWS = 500
const ROUNDS = 3

type Figures = { seconds: number; cpuSeconds: number; megabytes: number; added: number }

/** Keeping the news of a run, at equal news beside ever more kept posts. */
export const bench: Bench = {
  about: `archive: opening it, merging a run with ${NEWS} new posts in as many of ${BLOGS} blogs, and saving; at most 3 s and 600 MB with 50,000 kept.`,
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'staffroom-bench-'))
    try {
      const rows: Record<string, string | number>[] = []
      for (const kept of [10_000, 25_000, 50_000]) {
        const planet = join(folder, String(kept))
        await measure(planet, kept / BLOGS, 'all', '2026-11-20T07:00:00.000Z')
        const figures: Figures[] = []
        for (let round = 0; round < ROUNDS; round++) {
          const copy = `${planet}-${round}`
          await cp(planet, copy, { recursive: true })
          figures.push(await measure(copy, kept / BLOGS, String(NEWS), '2026-11-21T07:00:00.000Z'))
        }
        const first = Number(rows[0]?.seconds ?? Number.NaN)
        const seconds = round(median(figures.map((one) => one.seconds)))
        rows.push({
          'kept posts': kept,
          'new posts': figures[0]?.added ?? 0,
          seconds,
          'CPU seconds': round(median(figures.map((one) => one.cpuSeconds))),
          'ms per new post': round((seconds * 1000) / NEWS),
          'beside 10,000 kept': rows.length === 0 ? 1 : round(seconds / first),
          'peak MB': round(Math.max(...figures.map((one) => one.megabytes)), 0),
        })
      }
      return rows
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function measure(...[folder, posts, news, now]: [string, number, string, string]): Promise<Figures> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'archive-run.ts'), folder, String(posts), news, now])
  return JSON.parse(stdout)
}
