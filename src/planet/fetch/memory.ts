import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

/**
 * What hosts said that holds for a day or less, and what they were asked of late. It saves them questions, and losing it costs no more
 * than those: so it is a cache beside the archive, not a part of it, and runs without news leave the archive as it is. Times are
 * ISO 8601 UTC.
 */
export type Memory = {
  /** By origin: the rules of robots.txt that are for us, and the day on which it was asked. */
  robots: Record<string, { day: string; rules: string }>
  /** By host: not to be asked before (429, 503). */
  hosts: Record<string, string>
  /** By address of a feed: not to be asked before (Cache-Control, Expires, the feed's own wish). */
  feeds: Record<string, string>
  /** By blog: the day on which its kept posts were last gone over for those that left its feed. */
  blogs: Record<string, string>
  /** By id of a post that left its feed: the day on which it was last asked for. */
  posts: Record<string, string>
}

const memorySchema = z.object({
  robots: z.record(z.string(), z.object({ day: z.iso.date(), rules: z.string() })),
  hosts: z.record(z.string(), z.iso.datetime()),
  feeds: z.record(z.string(), z.iso.datetime()),
  // Missing in what was written before posts were asked for.
  blogs: z.record(z.string(), z.iso.date()).default({}),
  posts: z.record(z.string(), z.iso.date()).default({}),
})

export const emptyMemory = (): Memory => ({ robots: {}, hosts: {}, feeds: {}, blogs: {}, posts: {} })

/** Reads a memory; an empty one where there is none, or where it is not what it should be. */
export async function readMemory(path: string): Promise<Memory> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  try {
    return memorySchema.parse(JSON.parse(text))
  } catch {
    return emptyMemory()
  }
}

/** Writes what still matters at `now`, whole or not at all. */
export async function writeMemory(path: string, memory: Memory, now: Date): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const written = `${path}.${process.pid}`
  try {
    await writeFile(written, `${JSON.stringify(pruned(memory, now))}\n`)
    await rename(written, path)
  } finally {
    await rm(written, { force: true })
  }
}

const DAY = 24 * 3_600_000
/** Old rules of a robots.txt serve on days when it cannot be read. */
const ROBOTS_KEPT_DAYS = 30
/** A question counts for a week; that it was asked tells for longer whose turn it is. */
const QUESTIONS_KEPT_DAYS = 56

function pruned(memory: Memory, now: Date): Memory {
  const instant = now.toISOString()
  const dayBefore = (days: number): string => new Date(now.getTime() - days * DAY).toISOString().slice(0, 10)
  const [rules, questions] = [dayBefore(ROBOTS_KEPT_DAYS), dayBefore(QUESTIONS_KEPT_DAYS)]
  const keep = <T>(record: Record<string, T>, holds: (value: T) => boolean): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([, value]) => holds(value)))
  return {
    robots: keep(memory.robots, ({ day }) => day >= rules),
    hosts: keep(memory.hosts, (until) => until > instant),
    feeds: keep(memory.feeds, (until) => until > instant),
    blogs: keep(memory.blogs, (day) => day >= questions),
    posts: keep(memory.posts, (day) => day >= questions),
  }
}
