import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { LIMITS } from './limits.ts'
import type { FetchResult } from './result.ts'

const TYPES: Record<string, string> = {
  '.json': 'application/feed+json',
  '.atom': 'application/atom+xml',
  '.rss': 'application/rss+xml',
  '.rdf': 'application/rdf+xml',
}

/**
 * Reads a feed that is kept in the repository, as if a server had sent it. Its `finalUrl` is empty: a file has no address on the
 * web that relative links could stand on.
 */
export async function readLocalFeed(path: string): Promise<Extract<FetchResult, { kind: 'fresh' | 'failed' }>> {
  try {
    const bytes = await readFile(path)
    if (bytes.length > LIMITS.body) return { kind: 'failed', code: 'too-large', detail: `${LIMITS.body} bytes are the limit` }
    // What ends in .xml says itself what it is.
    const contentType = TYPES[extname(path).toLowerCase()] ?? 'application/xml'
    return { kind: 'fresh', bytes, contentType, finalUrl: '', validators: {} }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return { kind: 'failed', code: 'file-missing', detail: code }
  }
}
