import type { RequestListener } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Fetcher } from '../../../src/planet/fetch/fetcher.ts'
import { emptyMemory, type Memory } from '../../../src/planet/fetch/memory.ts'
import { type Listening, listen } from '../../web/loopback.ts'
import { testFetcher } from './ask.ts'

const answer =
  (status: number, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(status, headers).end('a page')

const pages: Record<string, RequestListener> = {
  '/page': answer(200, { 'cache-control': 'max-age=3600' }),
  '/empty': answer(204),
  '/not-found': answer(404),
  '/gone': answer(410),
  '/moved': answer(301, { location: '/page' }),
  '/moved-away': answer(302, { location: '/gone' }),
  '/loop': answer(302, { location: '/loop' }),
  '/elsewhere': answer(302, { location: 'http://10.0.0.1/' }),
  '/forbidden': answer(403),
  '/check': answer(202, { 'x-amzn-waf-action': 'challenge' }),
  '/wrong': answer(500),
  '/busy': answer(429),
  '/unchanged': answer(304),
  '/silent': () => undefined,
  '/endless': (_request, response) => void response.writeHead(200).write('it begins'),
  '/large': answer(200, { 'content-length': '99999999' }),
  '/private': answer(404),
  '/robots.txt': (_request, response) => response.end('User-agent: *\nDisallow: /private\n'),
}

let web: Listening
let asked: string[]
let memory: Memory
let fetcher: Fetcher

beforeAll(async () => {
  web = await listen((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const page = pages[path] ?? answer(400)
    page(request, response)
  })
})
afterAll(() => web.close())
beforeEach(() => {
  asked = []
  memory = emptyMemory()
  fetcher = testFetcher({ memory })
})
afterEach(() => fetcher.close())

const look = (path: string) => fetcher.look(`http://127.0.1.1:${web.port}${path}`)

describe('looking at a page', () => {
  it.each([
    ['/page', 'there'],
    ['/empty', 'there'],
    ['/moved', 'there'],
    ['/endless', 'there'],
    ['/large', 'there'],
    ['/not-found', 'missing'],
    ['/gone', 'missing'],
    ['/moved-away', 'missing'],
    ['/loop', 'unsure'],
    ['/elsewhere', 'unsure'],
    ['/forbidden', 'unsure'],
    ['/check', 'unsure'],
    ['/wrong', 'unsure'],
    ['/busy', 'unsure'],
    ['/unchanged', 'unsure'],
    ['/silent', 'unsure'],
  ])('at %s finds it %s', async (path, sight) => {
    expect(await look(path)).toBe(sight)
  })

  it.each(['', 'no address', 'ftp://example.org/', 'http://nowhere.example.org/', 'http://127.0.1.1:1/', 'http://10.0.0.1/'])(
    'at %j finds nothing out',
    async (address) => {
      expect(await fetcher.look(address)).toBe('unsure')
    },
  )

  it('is not done where robots.txt forbids it', async () => {
    expect(await look('/private')).toBe('unsure')
    expect(asked).toEqual(['/robots.txt'])
  })

  it('is not done while its host wants to be left alone', async () => {
    await look('/busy')
    expect(await look('/not-found')).toBe('unsure')
    expect(asked).toEqual(['/robots.txt', '/busy'])
  })

  it('sets no timer for a feed, and heeds none', async () => {
    await look('/page')
    expect(memory.feeds).toEqual({})
    const address = `http://127.0.1.1:${web.port}/page`
    memory.feeds[address] = '2026-11-21T20:00:00.000Z'
    expect(await fetcher.look(address)).toBe('there')
  })
})
