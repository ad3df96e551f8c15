import { readdirSync, statSync } from 'node:fs'
import { link, mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { ProblemsError } from '../problem.ts'
import { readIfThere } from './atomic.ts'
import { sweep } from './leftovers.ts'

/** A living run shows that it lives by touching its lock this often; one not touched for so long belongs to nobody. */
const TOUCHED_EVERY_MS = 15_000
const STALE_AFTER_MS = 120_000

const holderSchema = z.object({ pid: z.int().positive(), host: z.string(), since: z.iso.datetime() })
type Holder = z.infer<typeof holderSchema>
type Run = Pick<Holder, 'pid' | 'host'>

/** The archives that this process is writing. */
const ours = new Set<string>()

/**
 * Does work that writes an archive, alone: a lock, `.lock` in its folder, keeps every other run out until it ends. The lock of a run
 * that died is taken over, and what it left half written is swept away.
 * @throws ProblemsError while another run holds the lock
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = join(resolve(folder), '.lock')
  const own: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() }
  if (ours.has(path)) throw held(own)
  ours.add(path)
  try {
    const text = `${JSON.stringify(own)}\n`
    await mkdir(folder, { recursive: true })
    const inherited = await take(path, text)
    const tries = triesOfTheDead(path)
    if (inherited || tries.length > 0) await sweep(folder)
    await Promise.all(tries.map((dead) => rm(dead, { force: true })))
    const touching = setInterval(() => void touch(path), TOUCHED_EVERY_MS).unref()
    try {
      return await work()
    } finally {
      clearInterval(touching)
      if (readIfThere(path) === text) await rm(path, { force: true })
    }
  } finally {
    ours.delete(path)
  }
}

/**
 * A link appears whole or not at all, and never over another: so no run ever sees half a lock, and only one gets it. Tells whether
 * a dead run held it before.
 */
async function take(path: string, text: string): Promise<boolean> {
  const temporary = tryOf(path)
  try {
    await writeFile(temporary, text)
    for (let stale = false; ; stale = true) {
      if (await succeeds(link(temporary, path), 'EEXIST')) return stale
      const before = readIfThere(path)
      if (before === undefined) continue
      const holder = holderOf(before)
      if (isAlive(holder, path)) throw held(holder)
      await setAside(path, before)
    }
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Takes the lock of a dead run away, unless somebody was quicker. */
async function setAside(path: string, stale: string): Promise<void> {
  const aside = tryOf(path, '.stale')
  if (!(await succeeds(rename(path, aside), 'ENOENT'))) return
  // Between the look and the grip another run may have taken it over: then this is its lock, and goes back.
  if (readIfThere(aside) !== stale) await succeeds(link(aside, path), 'EEXIST')
  await rm(aside, { force: true })
}

/** A file of a run that tries for the lock; its name says whose it is, so that even an empty one can be told from a dead run's. */
const tryOf = (path: string, stale: '.stale' | '' = ''): string => `${path}.${hostname()}.${process.pid}${stale}.tmp`
const TRY = /\.lock\.(.+)\.(\d+)(?:\.stale)?\.tmp$/

/** What runs left that died between reaching for the lock and having it; they may have died with the lock of another in hand. */
function triesOfTheDead(path: string): string[] {
  const beside = readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.`))
  return beside.flatMap((name) => {
    const [, host, pid] = TRY.exec(name) ?? []
    if (host === undefined || pid === undefined) return []
    const file = join(dirname(path), name)
    return isAlive({ host, pid: Number(pid) }, file) ? [] : [file]
  })
}

/** False where it fails with this code of the system. */
async function succeeds(work: Promise<void>, unless: 'EEXIST' | 'ENOENT'): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === unless) return false
    throw error
  }
}

function holderOf(text: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** `path`: the file that it touches. */
function isAlive(holder: Run | undefined, path: string): boolean {
  if (holder?.host === hostname() && (holder.pid === process.pid || !isRunning(holder.pid))) return false
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < STALE_AFTER_MS
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A lock that somebody took away by hand cannot be touched; the run goes on. */
async function touch(path: string): Promise<void> {
  const now = new Date()
  await succeeds(utimes(path, now, now), 'ENOENT')
}

function held(holder: Holder | undefined): ProblemsError {
  const who = holder === undefined ? '' : ` (process ${holder.pid} on ${holder.host}, since ${holder.since})`
  return new ProblemsError([
    {
      file: 'archive/.lock',
      what: `Another run is writing this archive${who}.`,
      mend: 'Wait until it has ended, then run this again. If it died, its lock is taken over within two minutes.',
    },
  ])
}
