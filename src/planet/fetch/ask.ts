import type { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { decodeBody } from './coding.ts'
import { FetchFailure, failureOf } from './failure.ts'
import type { FirstByteWatch } from './first-byte.ts'
import { type Headers, header } from './headers.ts'

/**
 * One answer of one server. `bytes` is the decoded body of a 2xx, the beginning of the body of an error, else empty; always empty
 * where only the status was asked for.
 */
export type Answer = { status: number; headers: Headers; bytes: Uint8Array }

/** So much of an error's page is read: enough to tell a robot check from an ordinary refusal. */
const ERROR_PAGE = 65_536

/**
 * Asks one address once; again only where the connection broke before the first byte.
 * @throws FetchFailure
 */
export async function ask(
  dispatcher: Dispatcher,
  url: URL,
  headers: Record<string, string>,
  { signal, limit, watch, statusOnly }: { signal: AbortSignal; limit: number; watch: FirstByteWatch; statusOnly: boolean },
): Promise<Answer> {
  const question = { origin: url.origin, path: url.pathname + url.search, method: 'GET' as const, headers, signal }
  const response = await dispatcher
    .request(question)
    .catch((error) => (watch.brokeBefore(error) && !signal.aborted ? dispatcher.request(question) : Promise.reject(error)))
    .catch((error) => Promise.reject(failureOf(error, 'headers')))
  const { statusCode: status, headers: answered, body } = response

  const isGood = status >= 200 && status < 300
  if (isGood && statusOnly) {
    // A page may be large, and nobody reads it.
    body.on('error', ignoreAfterwards).destroy()
    return { status, headers: answered, bytes: new Uint8Array() }
  }
  if (isGood) {
    if (Number(header(answered, 'content-length') ?? 0) > limit) {
      body.on('error', ignoreAfterwards).destroy()
      throw new FetchFailure('too-large', `${limit} bytes are the limit`)
    }
    const { bytes, whole } = await readBytes(body, limit)
    if (!whole) throw new FetchFailure('too-large', `${limit} bytes are the limit`)
    return { status, headers: answered, bytes: await decodeBody(bytes, header(answered, 'content-encoding') ?? '', limit) }
  }
  if (status >= 400 && !statusOnly) return { status, headers: answered, bytes: await readErrorPage(body, answered) }
  // Nobody reads the rest, nor waits for it; its end only frees the connection.
  body.dump({ limit: ERROR_PAGE }).catch(ignoreAfterwards)
  return { status, headers: answered, bytes: new Uint8Array() }
}

/** The beginning of an error's page; nothing where it does not come whole, for the status has said what matters. */
async function readErrorPage(body: Readable, headers: Headers): Promise<Uint8Array> {
  try {
    const { bytes } = await readBytes(body, ERROR_PAGE)
    return await decodeBody(bytes, header(headers, 'content-encoding') ?? '', ERROR_PAGE * 8)
  } catch (error) {
    if (error instanceof FetchFailure) return new Uint8Array()
    throw error
  }
}

/** Reads at most `limit` bytes; `whole` is false where there were more. */
function readBytes(body: Readable, limit: number): Promise<{ bytes: Uint8Array; whole: boolean }> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    let length = 0
    body
      .on('data', (chunk: Uint8Array) => {
        length += chunk.length
        chunks.push(chunk)
        if (length <= limit) return
        body.destroy()
        resolve({ bytes: Buffer.concat(chunks).subarray(0, limit), whole: false })
      })
      .on('error', (error) => reject(failureOf(error, 'body')))
      .on('end', () => resolve({ bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks), whole: true }))
  })
}

/** A body that nobody reads any more may still report that it was cut off: by us. */
function ignoreAfterwards(): void {}
