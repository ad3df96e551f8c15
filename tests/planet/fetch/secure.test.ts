import type { LookupFunction } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type Certificate, createCertificate } from '../../web/certificate.ts'
import { type SecureWeb, startSecureWeb, startSilentWeb } from '../../web/secure.ts'
import { nameOf, testFetcher } from './ask.ts'

const HOST = 'blog.example.org'
const toLoopback: LookupFunction = (_name, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }])

describe('over TLS', () => {
  const open: { close(): Promise<void> }[] = []
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.close()
  })

  /** Asks a server by its name; `trusted` is the certificate that the machine trusts. */
  const ask = async (web: SecureWeb, trusted?: Certificate): Promise<string> => {
    const fetcher = testFetcher({ network: { lookup: toLoopback, ...(trusted ? { ca: trusted.cert } : {}) } })
    open.push(web, fetcher)
    return nameOf(await fetcher.fetch({ url: `https://${HOST}:${web.port}/feed.xml` }))
  }

  it.each(['h2', 'http/1.1'] as const)('a feed is read from a server that speaks %s', async (speaks) => {
    const certificate = createCertificate({ names: [HOST] })
    const web = await startSecureWeb(certificate, speaks)
    expect(await ask(web, certificate)).toBe('fresh')
    expect(new Set(web.versions)).toEqual(new Set([speaks === 'h2' ? '2.0' : '1.1']))
  })

  it('a certificate that nobody trusts is refused', async () => {
    expect(await ask(await startSecureWeb(createCertificate({ names: [HOST] }), 'http/1.1'))).toBe('tls')
  })

  it('a certificate of another host is refused', async () => {
    const certificate = createCertificate({ names: ['elsewhere.example.org'] })
    expect(await ask(await startSecureWeb(certificate, 'h2'), certificate)).toBe('tls')
  })

  it('a certificate that has run out is refused', async () => {
    const certificate = createCertificate({ names: [HOST], from: new Date('2020-01-01'), until: new Date('2021-01-01') })
    expect(await ask(await startSecureWeb(certificate, 'http/1.1'), certificate)).toBe('tls')
  })

  it('a handshake that does not end is given up', async () => {
    expect(await ask(await startSilentWeb())).toBe('timeout')
  })
})
