import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

/**
 * What hosts said that holds for a day or less. It saves them questions, and losing it costs no more than those: so it is a
 * cache beside the archive, not a part of it, and runs without news leave the archive as it is. Times are ISO 8601 UTC.
 */
export type Memory = {
  /** By origin: the rules of robots.txt that are for us, and the day on which it was asked. */
  robots: Record<string, { day: string; rules: string }>
  /** By host: not to be asked before (429, 503). */
  hosts: Record<string, string>
  /** By address of a feed: not to be asked before (Cache-Control, Expires, the feed's own wish). */
  feeds: Record<string, string>
}

const memorySchema = z.object({
  robots: z.record(z.string(), z.object({ day: z.iso.date(), rules: z.string() })),
  hosts: z.record(z.string(), z.iso.datetime()),
  feeds: z.record(z.string(), z.iso.datetime()),
})

export const emptyMemory = (): Memory => ({ robots: {}, hosts: {}, feeds: {} })

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

/** Old rules of a robots.txt serve on days when it cannot be read. */
const ROBOTS_KEPT_MS = 30 * 24 * 3_600_000

function pruned(memory: Memory, now: Date): Memory {
  const instant = now.toISOString()
  const oldest = new Date(now.getTime() - ROBOTS_KEPT_MS).toISOString().slice(0, 10)
  const keep = <T>(record: Record<string, T>, holds: (value: T) => boolean): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([, value]) => holds(value)))
  return {
    robots: keep(memory.robots, ({ day }) => day >= oldest),
    hosts: keep(memory.hosts, (until) => until > instant),
    feeds: keep(memory.feeds, (until) => until > instant),
  }
}
