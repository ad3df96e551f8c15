import type { LookupFunction } from 'node:net'
import { describe, expect, it } from 'vitest'
import { FetchFailure } from '../../../src/planet/fetch/failure.ts'
import { createGuard, isPublicAddress } from '../../../src/planet/fetch/guard.ts'

const codeOf = (check: () => void): string => {
  try {
    check()
    return 'passes'
  } catch (error) {
    return error instanceof FetchFailure ? error.code : 'throws'
  }
}

describe('the guard', () => {
  const guard = createGuard(false, (_name, _options, callback) => callback(null, '93.184.216.34', 4))

  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://０.0.0.0/',
    'http://10.1.2.3/',
    'http://172.31.255.255/',
    'http://192.168.0.1/',
    'http://169.254.169.254/',
    'http://100.64.0.1/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://192.0.2.1/',
    'http://[::]/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::7f00:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:0:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::5db8:d822]/',
    'http://[2002:7f00:1::]/',
    'http://[2002:5db8:d822::]/',
    'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[fd00::1]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://[100::1]/',
    'http://[4000::1]/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://blog.localhost/',
    'http://printer.local/',
    'http://metadata.google.internal/',
    'http://router.home.arpa/',
    'http://nas.lan/',
    'http://intranet/',
  ])('refuses %s', (address) => {
    expect(codeOf(() => guard.check(new URL(address)))).toBe('address-private')
  })

  it.each(['file:///etc/passwd', 'ftp://example.org/feed', 'gopher://example.org/', 'data:text/xml,<rss/>'])(
    'asks no address like %s',
    (address) => {
      expect(codeOf(() => guard.check(new URL(address)))).toBe('address-invalid')
    },
  )

  it.each([
    'https://example.org/',
    'http://93.184.216.34/',
    'http://[2606:2800:220:1:248:1893:25c8:1946]/',
    'http://[64:ff9b::5db8:d822]/',
    'http://[::ffff:93.184.216.34]/',
    'https://localhost.example.org/',
    'https://school.locale.example/',
  ])('lets %s pass', (address) => {
    expect(codeOf(() => guard.check(new URL(address)))).toBe('passes')
  })

  it('takes what is no address for none of the public web', () => {
    expect(isPublicAddress('nonsense')).toBe(false)
  })
})

describe('the look-up that the socket uses', () => {
  const names: Record<string, string[]> = {
    'public.example.org': ['93.184.216.34'],
    'rebound.example.org': ['127.0.0.1'],
    'mixed.example.org': ['10.0.0.1', '93.184.216.34', '::1'],
  }
  const system: LookupFunction = (name, _options, callback) => {
    const found = names[name]?.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    if (found) callback(null, found)
    else callback(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), '')
  }
  const lookup = (name: string, all: boolean): Promise<unknown> =>
    new Promise((resolve) => {
      createGuard(false, system).lookup(name, { all }, (error, address) => resolve(error ?? address))
    })

  it('gives the public addresses of a name alone', async () => {
    expect(await lookup('mixed.example.org', true)).toEqual([{ address: '93.184.216.34', family: 4 }])
  })

  it('gives one address where one is wanted', async () => {
    expect(await lookup('public.example.org', false)).toBe('93.184.216.34')
  })

  it.each([true, false])('refuses a name that means a private address (all: %s)', async (all) => {
    expect(await lookup('rebound.example.org', all)).toMatchObject({ code: 'address-private' })
  })

  it('hands on that a name is not known', async () => {
    expect(await lookup('unknown.example.org', true)).toMatchObject({ code: 'ENOTFOUND' })
  })
})
