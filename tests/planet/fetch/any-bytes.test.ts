import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameOf, testFetcher } from './ask.ts'

const NAMES = ['ETag', 'Last-Modified', 'Location', 'Content-Encoding', 'Content-Length', 'Transfer-Encoding', 'Retry-After']
const VALUES = [
  '',
  '0',
  '-1',
  '10',
  'gzip',
  'br, zstd',
  'chunked',
  '/feed.xml',
  '//',
  'http://[',
  '"x"',
  'W/x',
  'Fri, 99 Nov 2026',
]

/** Bytes that may follow a connection: a head of plausible and implausible lines, and anything behind it. */
const answer = fc
  .record({
    first: fc.oneof(
      fc.constantFrom(200, 204, 206, 301, 304, 403, 429, 503).map((status) => `HTTP/1.1 ${status} Some\r\n`),
      fc.string({ unit: 'binary', maxLength: 30 }),
    ),
    headers: fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.oneof(fc.constantFrom(...VALUES), fc.string({ maxLength: 20 })))),
    body: fc.uint8Array({ maxLength: 200 }),
  })
  .map(({ first, headers, body }) =>
    Buffer.concat([
      Buffer.from(first + headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')),
      Buffer.from('\r\n'),
      body,
    ]),
  )

describe('a server that answers with any bytes whatever', () => {
  let bytes: Uint8Array = Buffer.alloc(0)
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.once('data', () => socket.end(bytes))
  })
  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  afterAll(() => server.close())

  it('gets a result with a name, and never an exception', async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`
    await fc.assert(
      fc.asyncProperty(answer, async (given) => {
        bytes = given
        const fetcher = testFetcher()
        const result = await fetcher.fetch({ url, validators: { etag: '"x"' } })
        await fetcher.close()
        expect(nameOf(result)).toMatch(/^[a-z-]+$/)
      }),
      { numRuns: 200 },
    )
  })
})
