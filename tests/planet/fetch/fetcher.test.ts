import type { LookupFunction } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fetcher } from '../../../src/planet/fetch/fetcher.ts'
import { emptyMemory } from '../../../src/planet/fetch/memory.ts'
import { behaviours } from '../../web/behaviours/all.ts'
import { recognising } from '../../web/behaviours/validators.ts'
import { startWeb, type Web } from '../../web/web.ts'
import { nameOf, testFetcher } from './ask.ts'

let web: Web
let fetcher: Fetcher
beforeAll(async () => {
  web = await startWeb(behaviours)
  fetcher = testFetcher()
})
afterAll(async () => {
  await fetcher.close()
  await web.close()
})

const at = (name: string, path: string): string => web.url(name).replace('/feed.xml', path)

describe('a question', () => {
  it('says who asks and what is wanted, and nothing of where we have been', async () => {
    await fetcher.fetch({ url: web.url('redirects to itself with a cookie') })
    await fetcher.fetch({ url: web.url('sends elsewhere for now (302)') })
    const [, second] = web.requests('sends elsewhere for now (302)')
    expect(second?.headers).toMatchObject({
      'user-agent': 'Staffroom/1 (test planet; https://planet.example/)',
      accept: expect.stringMatching(/^application\/atom\+xml, application\/rss\+xml, application\/feed\+json/),
      'accept-encoding': 'gzip, br, zstd, deflate',
    })
    expect(second?.headers).not.toHaveProperty('referer')
    expect(second?.headers).not.toHaveProperty('cookie')
    expect(second?.headers).not.toHaveProperty('if-none-match')
  })

  it('takes no name and password along to where it is redirected', async () => {
    await fetcher.fetch({ url: web.url('redirects with a name and a password') })
    expect(web.requests('redirects with a name and a password').at(-1)?.headers).not.toHaveProperty('authorization')
  })

  it('for what is no address is answered without the network', async () => {
    expect(await fetcher.fetch({ url: 'blog.example.org/feed' })).toMatchObject({ kind: 'failed', code: 'address-invalid' })
  })

  it('to a closed port is refused', async () => {
    expect(nameOf(await fetcher.fetch({ url: 'http://127.0.0.1:1/feed' }))).toBe('refused')
  })

  it('to a name that nobody knows fails by name', async () => {
    expect(nameOf(await fetcher.fetch({ url: 'http://blog.example.org/feed' }))).toBe('dns')
  })

  it('to a public name that resolves to a private address is refused before it connects', async () => {
    const lookup: LookupFunction = (_name, _options, callback) => callback(null, [{ address: '127.99.99.99', family: 4 }])
    const rebound = testFetcher({ network: { lookup } })
    expect(nameOf(await rebound.fetch({ url: `http://blog.example.org:${web.port}/feed` }))).toBe('address-private')
    await rebound.close()
  })
})

describe('an address that has moved', () => {
  it.each(['moves for good (301)', 'moves for good (308)'])('is told when a server %s', async (name) => {
    const moved = at(name, '/new.xml')
    expect(await fetcher.fetch({ url: web.url(name) })).toMatchObject({ kind: 'fresh', finalUrl: moved, movedTo: moved })
  })

  it.each([
    'sends elsewhere for now (302)',
    'sends elsewhere for now (303)',
    'sends elsewhere for now (307)',
    'moves for good, then for now',
    'has both',
  ])('is not told when a server %s', async (name) => {
    expect(await fetcher.fetch({ url: web.url(name) })).not.toHaveProperty('movedTo')
  })
})

describe('validators', () => {
  it.each(Object.keys(recognising))('are known again by a server that %s', async (name) => {
    const url = web.url(name)
    const first = await fetcher.fetch({ url })
    if (first.kind !== 'fresh') throw new Error(`${name} gave ${first.kind}`)
    const second = await fetcher.fetch({ url, validators: first.validators, validatorsOf: first.finalUrl })
    expect(second.kind).toBe('unchanged')
  })

  it('go only to the address that gave them', async () => {
    const name = 'answers "not modified" at the end of a redirect'
    const validatorsOf = at(name, '/new.xml')
    const before = web.requests(name).length
    await fetcher.fetch({ url: web.url(name), validators: { etag: '"end"' }, validatorsOf })
    const [first, last] = web.requests(name).slice(before)
    expect([first?.headers['if-none-match'], last?.headers['if-none-match']]).toEqual([undefined, '"end"'])
  })
})

describe('a broken connection', () => {
  it.each([
    ['resets every connection', 2],
    ['hangs up without a word', 2],
    ['closes a kept connection', 2],
    ['resets a kept connection', 2],
    ['cuts its headers', 1],
    ['cuts the body short of its length', 1],
    ['is broken', 1],
    ['has had too much', 1],
    ['never answers', 1],
  ])('is tried again only before the first byte: a server that %s is asked %i times', async (name, times) => {
    const before = web.requests(name).length
    const fresh = testFetcher()
    await fresh.fetch({ url: web.url(name) })
    await fresh.close()
    expect(web.requests(name).length - before).toBe(times)
  })
})

describe('a host that has had too much', () => {
  it('is left alone by all that share it, for as long as it said', async () => {
    const name = 'has had too much for two hours'
    const memory = emptyMemory()
    const polite = testFetcher({ memory })
    const before = web.requests(name).length
    const results = [
      await polite.fetch({ url: web.url(name) }),
      await polite.fetch({ url: at(name, '/other.xml') }),
      await polite.fetch({ url: at(name, '/third.xml'), mayRest: true }),
    ]
    expect(results).toMatchObject([
      { code: 'rate-limited', retryAfter: '2026-11-21T10:00:00.000Z' },
      { kind: 'wait', until: '2026-11-21T10:00:00.000Z' },
      { kind: 'wait' },
    ])
    expect(web.requests(name).length - before).toBe(1)
    await polite.close()
  })

  it('is asked again when that time is over', async () => {
    const name = 'is away for two minutes'
    const memory = emptyMemory()
    let now = new Date('2026-11-21T08:00:00Z')
    const polite = testFetcher({ memory, now: () => now })
    await polite.fetch({ url: web.url(name) })
    now = new Date('2026-11-21T08:02:01Z')
    expect(nameOf(await polite.fetch({ url: web.url(name) }))).toBe('server-error')
    await polite.close()
  })
})

describe('a feed that is fresh for an hour', () => {
  const name = 'is fresh for an hour'

  it('is not asked for again by the memory of that, however often it is unchanged', async () => {
    const memory = emptyMemory()
    const ask = async (now: string): Promise<string> => {
      const polite = testFetcher({ memory, now: () => new Date(now) })
      const result = await polite.fetch({ url: web.url(name), validators: { etag: '"hour"' }, mayRest: true })
      await polite.close()
      return nameOf(result)
    }
    const times = ['08:00', '08:59', '09:01', '10:00', '10:02'].map((time) => `2026-11-21T${time}:00Z`)
    const results: string[] = []
    for (const time of times) results.push(await ask(time))
    expect(results).toEqual(['unchanged', 'wait', 'unchanged', 'wait', 'unchanged'])
  })

  it('is asked for when nothing of it is kept', async () => {
    const memory = { ...emptyMemory(), feeds: { [web.url(name)]: '2026-11-21T09:00:00.000Z' } }
    const polite = testFetcher({ memory })
    expect(nameOf(await polite.fetch({ url: web.url(name) }))).toBe('fresh')
    await polite.close()
  })
})

describe('robots.txt', () => {
  it('is asked once for all feeds of a host, and once a day over the runs', async () => {
    const name = 'forbids it to others'
    const memory = emptyMemory()
    const run = async (now: string): Promise<void> => {
      const one = testFetcher({ memory, now: () => new Date(now) })
      await Promise.all(['/feed.xml', '/feed.xml', '/other.xml'].map((path) => one.fetch({ url: at(name, path) })))
      await one.close()
    }
    const before = web.robotsRequests(name)
    await run('2026-11-21T08:00:00Z')
    await run('2026-11-21T23:59:00Z')
    expect(web.robotsRequests(name) - before).toBe(1)
    await run('2026-11-22T00:01:00Z')
    expect(web.robotsRequests(name) - before).toBe(2)
  })

  it('that fails keeps saying what it said before', async () => {
    const origin = at('has a broken robots.txt', '')
    const memory = { ...emptyMemory(), robots: { [origin]: { day: '2026-11-20', rules: 'user-agent: *\ndisallow: /' } } }
    const polite = testFetcher({ memory })
    expect(nameOf(await polite.fetch({ url: web.url('has a broken robots.txt') }))).toBe('robots')
    await polite.close()
  })
})
