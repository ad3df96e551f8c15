import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pullPlanet, pullSummary } from '../../scripts/pulling.ts'
import { openArchive } from '../../src/planet/archive/store.ts'
import { readFeedsFile } from '../../src/planet/config/feeds-file.ts'
import { placeOf } from '../../src/planet/place.ts'
import { type Listening, listen } from '../web/loopback.ts'
import { writePlanetFolder } from '../web/planet-folder.ts'

const ROOT = join(import.meta.dirname, '../..')

let folder: string
let web: Listening
/** The posts that the blog shows, in its feed and as pages. */
let posts: number[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffroom-pulling-'))
  web = await listen((request, response) => {
    const items = posts.map(
      (day) =>
        `<item><title>Post ${day}</title><link>/${day}</link><guid>post-${day}</guid><pubDate>${day} Nov 2026 10:00:00 GMT</pubDate></item>`,
    )
    if (request.url === '/feed') response.end(`<rss version="2.0"><channel><title>B</title>${items.join('')}</channel></rss>`)
    else response.writeHead(['/', ...posts.map((day) => `/${day}`)].includes(request.url ?? '') ? 200 : 404).end()
  })
  const site = `http://127.0.0.1:${web.port}/`
  await writePlanetFolder(folder, 'Planet', [{ id: 'blog', title: 'B', site, feed: `${site}feed`, language: 'en' }])
})
afterAll(async () => {
  await web.close()
  await rm(folder, { recursive: true, force: true })
})

/** One run of the command, with an archive and a memory that it finds on the disk. */
async function run(now: string): Promise<string> {
  const place = placeOf(ROOT, { planet: folder, now, allowPrivate: true })
  return pullSummary(await pullPlanet(await readFeedsFile(folder), openArchive(place.archive), place, { quiet: true }))
}

describe('the summary of a run', () => {
  it('tells which posts went because their author took them down, and only then speaks of it', async () => {
    posts = [10, 11, 12, 13]
    expect(await run('2026-11-20T08:00:00Z')).toContain('posts   4 new, 0 edited, 4 kept')
    posts = [10, 11, 13]
    expect(await run('2026-11-21T08:00:00Z')).toContain('posts   0 new, 0 edited, 4 kept')
    const summary = await run('2026-11-28T08:00:00Z')
    expect(summary).toContain('posts   0 new, 0 edited, 1 removed, 3 kept')
    expect(summary).toContain('removed blog: 1 post is no longer on the blog, and so no longer here.')
    expect(await run('2026-11-28T11:00:00Z')).not.toContain('removed')
  })
})
