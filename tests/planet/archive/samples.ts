import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Blog, readFeedsFile } from '../../../src/planet/config/feeds-file.ts'
import type { Entry, Feed } from '../../../src/planet/parse/feed.ts'
import { readFeed } from '../../../src/planet/parse/read.ts'

const root = join(import.meta.dirname, '../../..')
const { blogs } = await readFeedsFile(root)

/**
 * The blogs that ship with the project, each with its feed, as if it came from the web: the honest blogs of these
 * tests, newest entry first.
 */
export const samples: ReadonlyMap<string, { blog: Blog; feed: Feed }> = new Map(
  await Promise.all(
    blogs.map(async (blog): Promise<[string, { blog: Blog; feed: Feed }]> => {
      const read = await readFeed(readFileSync(join(root, blog.feed)), { url: blog.site })
      if (!read.ok) throw new Error(`${blog.feed}: ${read.code}`)
      const entries = read.feed.entries.toSorted((a, b) => ((a.published ?? '') < (b.published ?? '') ? 1 : -1))
      return [blog.id, { blog: { ...blog, feed: `${blog.site}feed/` }, feed: { ...read.feed, entries } }]
    }),
  ),
)

export function sampleOf(id: string): { blog: Blog; feed: Feed; entries: Entry[] } {
  const sample = samples.get(id)
  if (sample === undefined) throw new Error(`there is no sample ${id}`)
  return { ...sample, entries: sample.feed.entries }
}
