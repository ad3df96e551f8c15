import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import RssParser from 'rss-parser'
import { Agent } from 'undici'
import { openArchive } from '../../src/planet/archive/store.ts'
import { type FeedsFile, readFeedsFile } from '../../src/planet/config/feeds-file.ts'
import { createFetcher } from '../../src/planet/fetch/fetcher.ts'
import { emptyMemory, type Memory } from '../../src/planet/fetch/memory.ts'
import { createReader, type Reader } from '../../src/planet/parse/pool.ts'
import { pull } from '../../src/planet/pull.ts'
import type { Bench } from '../bench.ts'
import { root } from '../command.ts'
import { median, round, seconds } from './table.ts'

const BLOGS = 1000
const ROUNDS = 3
const AT_ONCE = 32
const PORT = 9150
const NOW = '2026-11-20T07:00:00.000Z'

/** Pulling a planet from a loopback web, each blog on an address of its own, 20 ms away. */
export const bench: Bench = {
  about: `fetch: ${BLOGS} blogs of 20 posts on loopback, 20 ms away; the limit is a bare undici loop that hands each body to plain rss-parser.`,
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'staffroom-bench-'))
    const web = await startWeb(folder)
    // Its thread is part of the start, as Node itself is.
    const reader = createReader()
    try {
      const file = await readFeedsFile(folder)
      const memory = await askRobots(file, folder, reader)
      const times = { first: [] as number[], limit: [] as number[], unchanged: [] as number[], bare: [] as number[] }
      let peak = 0
      for (let turn = 0; turn < ROUNDS; turn++) {
        const archive = join(folder, `archive-${turn}`)
        times.first.push(await pullOnce(file, archive, memory, reader))
        times.unchanged.push(await pullOnce(file, archive, memory, reader))
        if (turn === 0) peak = process.resourceUsage().maxRSS / 1024
        const etags = new Map<string, string>()
        times.limit.push(await seconds(() => bareLoop(file, etags)))
        times.bare.push(await seconds(() => bareLoop(file, etags)))
      }
      const sfeed = await seconds(() => runSfeed(file, folder))
      const ratio = (ours: number[], limit: number[]): number =>
        round(median(ours.map((figure, turn) => figure / (limit[turn] ?? Number.NaN))))
      return [
        { run: 'first: the limit', seconds: round(median(times.limit)), ratio: 1 },
        {
          run: 'first: Staffroom',
          seconds: round(median(times.first)),
          ratio: ratio(times.first, times.limit),
          'peak MB': round(peak, 0),
        },
        { run: 'first: sfeed', seconds: round(sfeed), ratio: round(sfeed / median(times.limit)) },
        { run: 'unchanged: a bare conditional loop', seconds: round(median(times.bare)), ratio: 1 },
        { run: 'unchanged: Staffroom', seconds: round(median(times.unchanged)), ratio: ratio(times.unchanged, times.bare) },
      ]
    } finally {
      await reader.close()
      web.kill()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function startWeb(folder: string) {
  const script = join(root, 'tests/web/planet-web.ts')
  const web = spawn(
    process.execPath,
    [
      script,
      '--blogs',
      String(BLOGS),
      '--posts',
      '20',
      '--latency',
      '20',
      '--port',
      String(PORT),
      '--now',
      NOW,
      '--folder',
      folder,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await once(web.stdout, 'data')
  return web
}

const fetcherWith = (memory: Memory) =>
  createFetcher({ userAgent: 'Staffroom/bench', allowPrivate: true, now: () => new Date(NOW), memory })

/** Asks every robots.txt beforehand, as a planet that ran today has done. */
async function askRobots(file: FeedsFile, folder: string, reader: Reader): Promise<Memory> {
  const memory = emptyMemory()
  await pullOnce(file, join(folder, 'archive-robots'), memory, reader)
  return memory
}

async function pullOnce(file: FeedsFile, folder: string, memory: Memory, reader: Reader): Promise<number> {
  const fetcher = fetcherWith({ ...memory, feeds: {} })
  try {
    return await seconds(async () => pull(file, { archive: openArchive(folder), fetcher, reader, content: folder, now: NOW }))
  } finally {
    await fetcher.close()
  }
}

/** What nothing can be much faster than: every feed asked for, conditionally where its ETag is known, and its body parsed. */
async function bareLoop(file: FeedsFile, etags: Map<string, string>): Promise<void> {
  const agent = new Agent({ connections: 2 })
  const queue = file.blogs.map(({ feed }) => feed)
  const worker = async (): Promise<void> => {
    for (let feed = queue.pop(); feed !== undefined; feed = queue.pop()) {
      const url = new URL(feed)
      const etag = etags.get(feed)
      const { statusCode, headers, body } = await agent.request({
        origin: url.origin,
        path: url.pathname,
        method: 'GET',
        headers: etag === undefined ? {} : { 'if-none-match': etag },
      })
      const text = await body.text()
      if (statusCode === 200) await new RssParser().parseString(text)
      if (typeof headers.etag === 'string') etags.set(feed, headers.etag)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  await agent.destroy()
}

/** The same feeds by sfeed_update, 32 jobs at once. */
async function runSfeed(file: FeedsFile, folder: string): Promise<void> {
  const feeds = file.blogs.map(({ id, feed }) => `feed '${id}' '${feed}'`)
  const config = join(folder, 'sfeedrc')
  await writeFile(config, `sfeedpath='${folder}/sfeed'\nmaxjobs=${AT_ONCE}\nfeeds() {\n${feeds.join('\n')}\n}\n`)
  await promisify(execFile)('sfeed_update', [config], { maxBuffer: 64e6 })
  await readFile(join(folder, 'sfeed', file.blogs.at(-1)?.id ?? ''))
}
