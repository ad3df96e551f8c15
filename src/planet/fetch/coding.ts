import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { FetchFailure } from './failure.ts'

/** What we can undo, for Accept-Encoding. */
export const CODINGS = 'gzip, br, zstd, deflate'

/** Nobody packs three times but to keep us busy. */
const MOST_CODINGS = 2

type Undo = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>

const gunzip: Undo = promisify(zlib.gunzip)
const inflate: Undo = promisify(zlib.inflate)
const inflateRaw: Undo = promisify(zlib.inflateRaw)
const unbrotli: Undo = promisify(zlib.brotliDecompress)
const unzstd: Undo = promisify(zlib.zstdDecompress)

/** "deflate" means zlib (RFC 9110 §8.4.1.2), but old servers send it raw; zlib's first byte ends in 8. */
const undeflate: Undo = (bytes, options) => (((bytes[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw)(bytes, options)

const UNDO: Record<string, Undo> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  deflate: undeflate,
  br: unbrotli,
  zstd: unzstd,
}

/**
 * Undoes a body's Content-Encoding, the last coding first. Whatever the wire held, no more than `limit` bytes come out.
 * @throws FetchFailure: `cut` where the body ends too early, `too-large`, `encoding` where the coding is unknown or broken.
 */
export async function decodeBody(bytes: Uint8Array, contentEncoding: string, limit: number): Promise<Uint8Array> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
  if (codings.length > MOST_CODINGS) throw new FetchFailure('encoding', `${codings.length} codings`)
  let body = bytes
  for (const coding of codings.reverse()) body = await undo(body, coding, limit)
  // A feed kept as feed.xml.gz on a plain file server comes packed without a word about it.
  if (codings.length === 0 && isGzip(body)) body = await undo(body, 'gzip', limit)
  return body
}

async function undo(bytes: Uint8Array, coding: string, limit: number): Promise<Uint8Array> {
  const decode = UNDO[coding]
  if (decode === undefined) throw new FetchFailure('encoding', coding.slice(0, 40))
  // Plugins exist that promise gzip and send plain text.
  if (bytes.length === 0 || (decode === gunzip && !isGzip(bytes) && looksLikeText(bytes))) return bytes
  try {
    return await decode(bytes, { maxOutputLength: limit })
  } catch (error) {
    throw decodingFailure(error, coding)
  }
}

function decodingFailure(error: unknown, coding: string): FetchFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ERR_BUFFER_TOO_LARGE') return new FetchFailure('too-large', `more than it may be after ${coding}`)
  // zlib, brotli and zstd all say so where the end is missing.
  if (code === 'Z_BUF_ERROR') return new FetchFailure('cut', coding)
  return new FetchFailure('encoding', coding)
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

const looksLikeText = (bytes: Uint8Array): boolean => /^\s*[<{\uFEFF]/.test(new TextDecoder().decode(bytes.subarray(0, 64)))
