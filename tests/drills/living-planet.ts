import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { readIfThere } from '../../src/planet/archive/atomic.ts'
import { foldersIn } from '../../src/planet/archive/store.ts'
import { examine } from '../../src/planet/doctor/examine.ts'
import { type PlanetWeb, startPlanetWeb } from '../web/planet-web.ts'

const script = join(import.meta.dirname, '../../scripts/fetch.ts')

/** The end of a run: its code or the signal that ended it, and what it printed. */
export type End = { code: number | null; signal: NodeJS.Signals | null; printed: string }
export type Run = { child: ChildProcess; end: Promise<End> }

/** A planet whose blogs publish while it is read, with a memory of where every post was first seen. */
export type LivingPlanet = {
  folder: string
  archive: string
  web: PlanetWeb
  publish(blog: number): void
  /** Runs `fetch` with the real clock. */
  start(): Run
  /** Every post that stands in the archive now. Fails where a line is broken, or a post went or moved since it was first seen. */
  look(): number
  /** Fails unless every post that was ever published is kept once, and nothing is ill. */
  expectAll(): void
  close(): Promise<void>
}

/** `compiled`: a folder where Node keeps what it compiled, so that hundreds of runs start quickly. */
export async function startLivingPlanet(folder: string, compiled: string, blogs: number, posts: number): Promise<LivingPlanet> {
  const web = await startPlanetWeb({ blogs, posts })
  await web.writeFolder(folder)
  const published = Array.from({ length: blogs }, () => posts)
  const archive = join(folder, 'archive')
  const firstSeen = new Map<string, string>()

  const look = (): number => {
    const kept = new Map(foldersIn(archive).flatMap((blog) => linesOf(archive, blog)))
    for (const [url, place] of firstSeen) expect(kept.get(url), `the place of ${url}`).toBe(place)
    for (const [url, place] of kept) firstSeen.set(url, place)
    return kept.size
  }

  return {
    folder,
    archive,
    web,
    publish(blog) {
      web.publish(blog, new Date())
      published[blog] = (published[blog] ?? 0) + 1
    },
    start() {
      const child = spawn(process.execPath, [script, '--planet', folder, '--allow-private'], {
        env: { ...process.env, NODE_COMPILE_CACHE: compiled },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let printed = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (printed += part))
      return { child, end: once(child, 'close').then(([code, signal]) => ({ code, signal, printed })) }
    },
    look,
    expectAll() {
      look()
      const ever = published.flatMap((count, blog) =>
        Array.from({ length: count }, (_, at) => `${web.home(blog)}posts/${at + 1}`),
      )
      expect([...firstSeen.keys()].sort()).toEqual(ever.sort())
      expect(new Set(firstSeen.values()).size, 'places are given once').toBe(ever.length)
      const members = new Set(published.map((_, blog) => `b${blog + 1}`))
      expect(examine(archive, members).findings.filter(({ by }) => by !== 'nobody')).toEqual([])
      expect(readdirSync(archive).filter((name) => name.startsWith('.'))).toEqual([])
    },
    close: web.close,
  }
}

/** Address and place of every post of a blog: the place is its shelf and its id, which together make the permalink. */
function linesOf(archive: string, blog: string): [url: string, place: string][] {
  const text = readIfThere(join(archive, blog, 'posts.ndjson')) ?? ''
  const entries = text
    .split('\n')
    .filter(Boolean)
    .map((line): [string, string] => {
      const { url, shelf, id }: Record<string, string> = JSON.parse(line)
      return [url ?? '', `/archive/${shelf}/#p-${id}`]
    })
  expect(new Set(entries.map(([url]) => url)).size, `${blog} keeps no post twice`).toBe(entries.length)
  return entries
}
