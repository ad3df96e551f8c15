import type { LookupFunction } from 'node:net'
import { Agent, type Dispatcher } from 'undici'
import type { Limits } from './limits.ts'

/** undici's connections, for HTTP/1.1 and HTTP/2, each made through our look-up of names. */
export function createAgent(limits: Limits, lookup: LookupFunction, ca: string | undefined): Dispatcher {
  return new Agent({
    connect: { lookup, timeout: limits.connect, ...(ca === undefined ? {} : { ca }) },
    connections: limits.perHost,
    maxHeaderSize: limits.headers,
    // The budget's signal ends what takes too long, drips included.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
}
