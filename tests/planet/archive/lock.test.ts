import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from '../../../src/planet/archive/lock.ts'
import { run } from '../../scripts/run.ts'

let folder: string
let children: ChildProcessByStdio<Writable, Readable, null>[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staffroom-lock-'))
  children = []
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Another process that wants the lock; gives what it says first. */
async function another(): Promise<{ child: ChildProcessByStdio<Writable, Readable, null>; says: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'holder.ts'), folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  const [said] = await once(child.stdout, 'data')
  return { child, says: String(said).trim() }
}

const lock = () => join(folder, '.lock')
const write = (holder: object | string, secondsAgo = 0): void => {
  writeFileSync(lock(), typeof holder === 'string' ? holder : JSON.stringify(holder))
  const then = Date.now() / 1000 - secondsAgo
  utimesSync(lock(), then, then)
}
const since = '2026-11-21T08:00:00.000Z'
const works = () => withLock(folder, async () => 'done')

test('work under the lock is done, and the lock is gone afterwards', async () => {
  expect(await withLock(folder, async () => existsSync(lock()))).toBe(true)
  expect(readdirSync(folder)).toEqual([])
})

test('the lock is gone too when the work fails', async () => {
  await expect(withLock(folder, () => Promise.reject(new Error('the disk is full')))).rejects.toThrow('the disk is full')
  expect(await works()).toBe('done')
})

test('a second run in another process is refused with who holds it since when, until the first ends', async () => {
  await withLock(folder, async () => {
    const { says } = await another()
    expect(says).toMatch(
      new RegExp(
        `^archive/\\.lock: Another run is writing this archive \\(process ${process.pid} on ${hostname()}, since 2\\d.*Wait`,
      ),
    )
  })
  expect((await another()).says).toBe('in')
})

test('a second run in the same process is refused', async () => {
  await withLock(folder, () => expect(works()).rejects.toThrow(/Another run is writing/))
})

test('a run that was killed holds nobody up, and what it left half written is swept away', async () => {
  const { child, says } = await another()
  expect(says).toBe('in')
  await expect(works()).rejects.toThrow(/Another run is writing/)
  child.kill('SIGKILL')
  await once(child, 'close')
  mkdirSync(join(folder, 'mates'))
  writeFileSync(join(folder, 'mates', '.posts.ndjson.123.tmp'), '{"id":"half')
  writeFileSync(join(folder, 'mates', 'posts.ndjson'), '')
  expect(await works()).toBe('done')
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['mates', join('mates', 'posts.ndjson')])
})

test('what runs left that died on the way to the lock goes with the next, and the try of a living one stays', async () => {
  const dead = 2 ** 22 + 1
  const living = `.lock.${hostname()}.${process.ppid}.tmp`
  mkdirSync(join(folder, 'mates'))
  writeFileSync(join(folder, 'mates', '.posts.ndjson.123.tmp'), '{"id":"half')
  for (const name of [`.lock.${hostname()}.${dead}.tmp`, `.lock.${hostname()}.${dead}.stale.tmp`, living])
    writeFileSync(join(folder, name), '')
  expect(await works()).toBe('done')
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual([living, 'mates'])
})

test('of many runs that find the lock of a dead one, a single one gets in', async () => {
  write({ pid: 2 ** 22 + 1, host: hostname(), since })
  const all = await Promise.all(Array.from({ length: 6 }, another))
  expect(all.filter(({ says }) => says === 'in')).toHaveLength(1)
  expect(all.filter(({ says }) => says.includes('Another run is writing'))).toHaveLength(5)
})

test('a lock of another machine counts while it is touched, and is taken over when it is not', async () => {
  write({ pid: process.pid, host: 'elsewhere', since }, 60)
  await expect(works()).rejects.toThrow(/on elsewhere, since 2026-11-21/)
  write({ pid: process.pid, host: 'elsewhere', since }, 180)
  expect(await works()).toBe('done')
})

test('a number that a living process took over from a dead run counts only for two minutes', async () => {
  write({ pid: process.ppid, host: hostname(), since }, 180)
  expect(await works()).toBe('done')
})

test('a lock that says nothing is taken over as well when nobody touches it', async () => {
  write('', 10)
  await expect(works()).rejects.toThrow(/Another run is writing this archive\. Wait/)
  write('', 180)
  expect(await works()).toBe('done')
})

test.each(['fetch', 'build', 'archive-branch save', 'forget mates'])(
  'npm run %s ends with 2 and a sentence while another run writes',
  async (line) => {
    const [name = '', ...operands] = line.split(' ')
    const archive = join(folder, 'archive')
    const blog =
      '{id: mates, title: M, site: "https://m.cat/", feed: "https://m.cat/feed", kind: teacher, language: ca, consent: {by: owner, date: 2026-11-21, how: mail}}'
    writeFileSync(join(folder, 'feeds.yaml'), `planet: {title: T, contact: "mailto:us@school.cat"}\nblogs:\n  - ${blog}\n`)
    await withLock(archive, async () => {
      const { code, err } = await run(name, ['--planet', folder, ...operands])
      expect({ code, err }).toEqual({
        code: 2,
        err: expect.stringMatching(/^archive\/\.lock: Another run is writing this archive \(process \d+ on .*\n$/),
      })
    })
  },
)
