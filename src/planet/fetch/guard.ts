import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { FetchFailure } from './failure.ts'

/** Which private addresses may be asked: none, all, or those that a test names. */
export type AllowPrivate = boolean | ((ip: string) => boolean)

/** Keeps strangers' feeds from reaching into the network of the machine that builds. */
export type Guard = {
  /** @throws FetchFailure where the address is not on the public web by its scheme, name or literal. */
  check(url: URL): void
  /** The look-up that the socket itself uses, so that no later answer of the name server can differ from the checked one. */
  lookup: LookupFunction
}

/** Names that mean the machine itself or its local network (RFC 6761, RFC 6762, RFC 8375, and what routers use). */
const LOCAL_NAMES = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa)$/

/** Builds the guard around a look-up of names. */
export function createGuard(allowPrivate: AllowPrivate, lookup: LookupFunction): Guard {
  const allows = (ip: string): boolean =>
    isPublicAddress(ip) || (typeof allowPrivate === 'function' ? allowPrivate(ip) : allowPrivate)

  return {
    check(url) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new FetchFailure('address-invalid', url.protocol)
      // The URL standard has turned decimal, hexadecimal, octal and short spellings into plain ones by now.
      const name = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
      if (isIP(name) !== 0) {
        if (!allows(name)) throw new FetchFailure('address-private', name)
      } else if (allowPrivate !== true && (LOCAL_NAMES.test(name) || !name.includes('.'))) {
        throw new FetchFailure('address-private', name)
      }
    },

    lookup(name, options, callback) {
      lookup(name, { ...options, all: true }, (error, found) => {
        if (error) return callback(error, '')
        const addresses = typeof found === 'string' ? [{ address: found, family: found.includes(':') ? 6 : 4 }] : found
        const open = addresses.filter(({ address }) => allows(address))
        const [first] = open
        if (first === undefined) return callback(new FetchFailure('address-private', name), '')
        if (options.all) return callback(null, open)
        return callback(null, first.address, first.family)
      })
    },
  }
}

/**
 * True for addresses of the public internet. An IPv6 address that carries an IPv4 one (mapped, RFC 6145, NAT64) is as public as
 * that; 6to4, Teredo and all else that is not plain unicast is not.
 */
export function isPublicAddress(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false
  const address = ipaddr.process(ip)
  const range = address.range()
  if (address instanceof ipaddr.IPv4) return range === 'unicast'
  const bytes = address.toByteArray()
  // Only 64:ff9b::/96 has its IPv4 address at the end; 64:ff9b:1::/48 is for local use (RFC 8215).
  const carriesIPv4 = range === 'rfc6145' || (range === 'rfc6052' && bytes.slice(4, 12).every((byte) => byte === 0))
  if (carriesIPv4) return isPublicAddress(bytes.slice(12).join('.'))
  // All global unicast lies in 2000::/3 (RFC 4291 §2.4).
  return range === 'unicast' && ((bytes[0] ?? 0) & 0xe0) === 0x20
}
