import type { LookupFunction } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fetcher } from '../../../src/planet/fetch/fetcher.ts'
import { createLookup } from '../../../src/planet/fetch/names.ts'
import { type Listening, listen } from '../../web/loopback.ts'
import { type NameServer, startNameServer } from '../../web/names.ts'
import { nameOf, testFetcher } from './ask.ts'

/** The system's own look-up knows one name, and no other. */
const system: LookupFunction = (name, options, callback) => {
  if (name !== 'listed.example.org') return callback(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), '')
  return options.all ? callback(null, [{ address: '127.0.1.1', family: 4 }]) : callback(null, '127.0.1.1', 4)
}

describe('a feed whose host has a name', () => {
  let names: NameServer
  let web: Listening
  let fetcher: Fetcher
  beforeAll(async () => {
    names = await startNameServer({
      'blog.example.org': ['127.0.1.1'],
      'two.example.org': ['127.99.99.99', '127.0.1.2'],
      'rebound.example.org': ['127.99.99.99'],
      'metadata.example.org': ['169.254.169.254'],
      'silent.example.org': 'silent',
    })
    web = await listen((_request, response) => response.end('<rss/>'))
    const lookup = createLookup({ servers: [names.address], timeout: 100, system })
    fetcher = testFetcher({ network: { lookup }, limits: { total: 8_000, robots: 4_000, connect: 4_000 } })
  })
  afterAll(async () => {
    await fetcher.close()
    await web.close()
    await names.close()
  })

  it.each([
    ['blog.example.org', 'fresh'],
    ['two.example.org', 'fresh'],
    ['listed.example.org', 'fresh'],
    ['rebound.example.org', 'address-private'],
    ['metadata.example.org', 'address-private'],
    ['unknown.example.org', 'dns'],
    ['silent.example.org', 'dns'],
  ])('%s: %s', async (name, expected) => {
    expect(nameOf(await fetcher.fetch({ url: `http://${name}:${web.port}/feed.xml` }))).toBe(expected)
  })
})
