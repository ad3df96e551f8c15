import type { Arrival } from './follow.ts'
import { freshUntil } from './freshness.ts'
import { header } from './headers.ts'
import { refusesBuilder } from './refusal.ts'
import type { FetchFailureCode, FetchResult, Validators } from './result.ts'
import { retryAfter, retryAfterOrDefault } from './retry-after.ts'

const CODES: Record<number, FetchFailureCode> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  429: 'rate-limited',
  451: 'forbidden',
}

/** What an answer means for a feed. `conditional`: validators went out with the question. */
export function outcomeOf({ answer, url, moved }: Arrival, conditional: boolean, now: Date): FetchResult {
  const { status, headers, bytes } = answer
  const notBefore = freshUntil(headers, now)
  const common = { ...(moved ? { movedTo: url.href } : {}), ...(notBefore === undefined ? {} : { notBefore }) }

  if (status === 304 && conditional) return { kind: 'unchanged', ...common }
  if (refusesBuilder(answer)) return failed('host-refuses-builder', status, waitFor(answer, now))
  if (status >= 200 && status < 300) {
    const contentType = header(headers, 'content-type')
    return {
      kind: 'fresh',
      bytes,
      ...(contentType === undefined ? {} : { contentType }),
      finalUrl: url.href,
      validators: validatorsOf(answer.headers),
      ...common,
    }
  }
  if (status === 410) return { kind: 'gone', detail: 'HTTP 410' }
  return failed(CODES[status] ?? (status >= 500 ? 'server-error' : 'http-status'), status, waitFor(answer, now))
}

/** How long an answer asks to be left alone: a 429 always does, a 503 where it says so. */
export function waitFor({ status, headers }: Arrival['answer'], now: Date): string | undefined {
  const value = header(headers, 'retry-after')
  if (status === 429) return retryAfterOrDefault(value, now)
  return status === 503 ? retryAfter(value, now) : undefined
}

function failed(code: FetchFailureCode, status: number, wait: string | undefined): FetchResult {
  return { kind: 'failed', code, detail: `HTTP ${status}`, ...(wait === undefined ? {} : { retryAfter: wait }) }
}

function validatorsOf(headers: Arrival['answer']['headers']): Validators {
  const etag = header(headers, 'etag')
  const lastModified = header(headers, 'last-modified')
  return { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) }
}
