import type { LookupFunction } from 'node:net'
import { createFetcher, type Fetcher, type FetcherOptions } from '../../../src/planet/fetch/fetcher.ts'
import type { FetchResult } from '../../../src/planet/fetch/result.ts'

export const NOW = new Date('2026-11-21T08:00:00Z')

/** Knows no name: nothing leaves the machine. */
const nowhere: LookupFunction = (_name, _options, callback) =>
  callback(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), '')

/** A fetcher in a hurry, that may ask the test web's own addresses and no others. */
export const testFetcher = (options: Partial<FetcherOptions> = {}): Fetcher =>
  createFetcher({
    userAgent: 'Staffroom/1 (test planet; https://planet.example/)',
    allowPrivate: (ip) => ip.startsWith('127.0.'),
    now: () => NOW,
    network: { lookup: nowhere },
    ...options,
    limits: { total: 900, connect: 600, robots: 600, body: 1_000_000, ...options.limits },
  })

/** What a result comes to: its kind, or why it failed. */
export const nameOf = (result: FetchResult): string => (result.kind === 'failed' ? result.code : result.kind)
