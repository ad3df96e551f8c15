import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import robotsParser from 'robots-parser'
import { describe, expect, it } from 'vitest'
import { freshUntil } from '../../../src/planet/fetch/freshness.ts'
import { createGate } from '../../../src/planet/fetch/gate.ts'
import { hostKey } from '../../../src/planet/fetch/host.ts'
import { emptyMemory, readMemory, writeMemory } from '../../../src/planet/fetch/memory.ts'
import { retryAfter, retryAfterOrDefault } from '../../../src/planet/fetch/retry-after.ts'
import { agentName, rulesFor } from '../../../src/planet/fetch/robots.ts'
import { skippedUntil } from '../../../src/planet/fetch/schedule.ts'

const NOW = new Date('2026-11-21T08:00:00Z')

describe('Retry-After', () => {
  it.each([
    ['120', '2026-11-21T08:02:00.000Z'],
    [' 0.5 ', '2026-11-21T08:00:00.500Z'],
    ['Sat, 21 Nov 2026 09:30:00 GMT', '2026-11-21T09:30:00.000Z'],
    ['Fri, 20 Nov 2026 09:30:00 GMT', '2026-11-21T08:00:00.000Z'],
    ['Saturday, 21-Nov-26 09:30:00 GMT', '2026-11-21T09:30:00.000Z'],
    ['Sat Nov 21 09:30:00 2026', '2026-11-21T09:30:00.000Z'],
    ['Sat, 21 Nov 2026 10:30:00 +0100', '2026-11-21T09:30:00.000Z'],
    ['31536000', '2026-11-28T08:00:00.000Z'],
    ['-5', undefined],
    ['soon', undefined],
    [undefined, undefined],
  ])('%j means %j', (value, until) => {
    expect(retryAfter(value, NOW)).toBe(until)
  })

  it('is ten minutes where a 429 does not say', () => {
    expect(retryAfterOrDefault(undefined, NOW)).toBe('2026-11-21T08:10:00.000Z')
  })
})

describe('freshness', () => {
  const date = 'Sat, 21 Nov 2026 07:00:00 GMT'
  it.each([
    [{ 'cache-control': 'max-age=600' }, '2026-11-21T08:10:00.000Z'],
    [{ 'cache-control': 'public, Max-Age="600"' }, '2026-11-21T08:10:00.000Z'],
    [{ 'cache-control': ['private', 'max-age=600'] }, '2026-11-21T08:10:00.000Z'],
    [{ 'cache-control': 'max-age=600', age: '540' }, '2026-11-21T08:01:00.000Z'],
    [{ 'cache-control': 'max-age=600', expires: '0' }, '2026-11-21T08:10:00.000Z'],
    [{ 'cache-control': 'max-age=31536000' }, '2026-11-22T08:00:00.000Z'],
    [{ expires: 'Sat, 21 Nov 2026 07:30:00 GMT', date }, '2026-11-21T08:30:00.000Z'],
    [{ 'cache-control': 's-maxage=600' }, undefined],
    [{ 'cache-control': 'max-age=0' }, undefined],
    [{ 'cache-control': 'max-age=600', age: '601' }, undefined],
    [{ 'cache-control': 'no-cache, max-age=600' }, undefined],
    [{ expires: '-1', date }, undefined],
    [{ expires: date, date }, undefined],
    [{ 'last-modified': 'Sat, 21 Nov 2020 07:00:00 GMT', date }, undefined],
    [{}, undefined],
  ])('of %j lasts until %j', (headers, until) => {
    expect(freshUntil(headers, NOW)).toBe(until)
  })
})

describe('skipHours and skipDays', () => {
  it.each([
    [{}, undefined],
    [{ skipHours: [7, 9] }, undefined],
    [{ skipHours: [8] }, '2026-11-21T09:00:00.000Z'],
    [{ skipHours: [8, 9, 10] }, '2026-11-21T11:00:00.000Z'],
    [{ skipDays: ['Saturday'] }, '2026-11-22T00:00:00.000Z'],
    [{ skipDays: ['Sunday'] }, undefined],
    [{ skipDays: ['Friday', 'Saturday'] }, undefined],
    [{ skipDays: ['Saturday', 'Sunday'] }, '2026-11-22T00:00:00.000Z'],
    [{ skipHours: Array.from({ length: 24 }, (_, hour) => hour) }, undefined],
  ])('as in %j keep us away until %j', (schedule, until) => {
    expect(skippedUntil(schedule, NOW)).toBe(until)
  })
})

describe('a host', () => {
  it.each([
    ['https://nuria.wordpress.com/feed/', 'wordpress.com'],
    ['https://mates.blogspot.com/feeds/posts/default', 'blogspot.com'],
    ['https://mates.blogspot.com.es/feeds/posts/default', 'blogspot.com'],
    ['https://mates.blogspot.co.uk/feeds/posts/default', 'blogspot.com'],
    ['https://someone.github.io/feed.xml', 'github.io'],
    ['https://blog.example.org:8443/feed', 'blog.example.org'],
    ['https://notwordpress.com/feed', 'notwordpress.com'],
  ])('of %s is %s', (address, host) => {
    expect(hostKey(new URL(address))).toBe(host)
  })
})

describe('the gate', () => {
  /** Sends so many visitors to each host, and counts who is inside together. */
  const crowd = async (visitors: string[]): Promise<{ most: number; mostOfOne: number; order: string[] }> => {
    const gate = createGate(4, 2)
    const inside: string[] = []
    const counts = { most: 0, mostOfOne: 0, order: [] as string[] }
    const leave: (() => void)[] = []
    const visits = visitors.map((host) =>
      gate.pass(host, async () => {
        inside.push(host)
        counts.order.push(host)
        counts.most = Math.max(counts.most, inside.length)
        counts.mostOfOne = Math.max(counts.mostOfOne, inside.filter((other) => other === host).length)
        await new Promise<void>((go) => leave.push(go))
        inside.splice(inside.indexOf(host), 1)
      }),
    )
    let done = false
    const all = Promise.all(visits).then(() => {
      done = true
    })
    while (!done) {
      leave.shift()?.()
      await new Promise(setImmediate)
    }
    await all
    return counts
  }

  it('lets in no more than it may, of all and of one host', async () => {
    expect(await crowd('aaaaaabbbbbbcccccc'.split(''))).toMatchObject({ most: 4, mostOfOne: 2 })
  })

  it('lets nobody wait behind a busy host', async () => {
    expect((await crowd('aaaaab'.split(''))).order.slice(0, 3)).toEqual(['a', 'a', 'b'])
  })

  it('goes on after somebody failed inside', async () => {
    const gate = createGate(1, 1)
    await expect(gate.pass('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await gate.pass('a', async () => 'in')).toBe('in')
  })
})

describe('the rules of a robots.txt', () => {
  it.each([
    ['', ''],
    ['User-agent: *\nDisallow:', ''],
    ['User-agent: *\nDisallow: /private # ours\nAllow: /private/feed', 'user-agent: *\ndisallow: /private\nallow: /private/feed'],
    ['user-agent: other\ndisallow: /', ''],
    ['User-agent: *\nDisallow: /a\nUser-agent: Staffroom/2.0\nDisallow: /b', 'user-agent: *\ndisallow: /b'],
    ['User-agent: other\nUser-agent: STAFFROOM\nDisallow: /c', 'user-agent: *\ndisallow: /c'],
    [
      'User-agent: *\r\nDisallow: /a\r\nSitemap: https://x/\r\nUser-agent: *\r\nDisallow: /b',
      'user-agent: *\ndisallow: /a\ndisallow: /b',
    ],
    ['Disallow: /\nUser-agent: *', ''],
  ])('%j are for us: %j', (text, rules) => {
    expect(rulesFor(agentName('Staffroom/1 (planet)'), text)).toBe(rules)
  })
})

describe('a hostile robots.txt', () => {
  it.each([
    ['of blanks', `user-agent: *\ndisallow:${' '.repeat(500_000)}x`],
    ['of rules', `user-agent: *\n${'disallow: /*a*b*c\n'.repeat(25_000)}`],
    ['of names', `${'user-agent: staffroom\n'.repeat(20_000)}disallow: /`],
  ])('%s costs us next to nothing', { timeout: 300_000 }, (_what, text) => {
    const before = process.cpuUsage()
    const rules = rulesFor('staffroom', text)
    robotsParser('https://a.example/robots.txt', rules).isAllowed(`https://a.example/${'abc'.repeat(500)}`)
    const { user, system } = process.cpuUsage(before)
    // It takes about one second of work, however busy the machine is; with every blank or rule looked at for every other, minutes.
    expect((user + system) / 1e6).toBeLessThan(30)
  })
})

describe('the memory of what hosts said', () => {
  it('is read as it was written, without what no longer matters', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'staffroom-')), 'deep', 'hosts.json')
    const later = '2026-11-21T09:00:00.000Z'
    const over = '2026-11-21T07:00:00.000Z'
    const robots = {
      'https://a.example': { day: '2026-11-21', rules: '' },
      'https://b.example': { day: '2026-09-01', rules: '' },
    }
    const blogs = { e: '2026-11-14', f: '2026-09-01' }
    const posts = { g: '2026-11-14', h: '2026-09-01' }
    await writeMemory(path, { robots, hosts: { a: later, b: over }, feeds: { c: later, d: over }, blogs, posts }, NOW)
    expect(await readMemory(path)).toEqual({
      robots: { 'https://a.example': { day: '2026-11-21', rules: '' } },
      hosts: { a: later },
      feeds: { c: later },
      blogs: { e: '2026-11-14' },
      posts: { g: '2026-11-14' },
    })
    expect(await readdir(join(path, '..'))).toEqual(['hosts.json'])
  })

  it('is read as it was before posts were asked for', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'staffroom-'))
    const robots = { 'https://a.example': { day: '2026-11-21', rules: '' } }
    await writeFile(join(folder, 'hosts.json'), JSON.stringify({ robots, hosts: {}, feeds: {} }))
    expect(await readMemory(join(folder, 'hosts.json'))).toEqual({ ...emptyMemory(), robots })
  })

  it('is empty where there is none, or a damaged one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'staffroom-'))
    await writeFile(join(folder, 'damaged.json'), '{"robots": 3')
    expect(await readMemory(join(folder, 'none.json'))).toEqual(emptyMemory())
    expect(await readMemory(join(folder, 'damaged.json'))).toEqual(emptyMemory())
  })
})
