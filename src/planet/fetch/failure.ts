import type { FetchFailureCode } from './result.ts'

/** Ends a fetch from inside; becomes a `failed` result at its edge. `detail` is the same in every run, so that it can be kept. */
export class FetchFailure extends Error {
  readonly code: FetchFailureCode
  readonly detail: string
  constructor(code: FetchFailureCode, detail: string) {
    super(`${code}: ${detail}`)
    this.code = code
    this.detail = detail
  }
}

/** Where a fetch was when it failed: before the first byte of an answer's body, or in it. */
export type Stage = 'headers' | 'body'

const CODES: Record<string, FetchFailureCode> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ENODATA: 'dns',
  ETIMEOUT: 'dns',
  ESERVFAIL: 'dns',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'cut',
  EPROTO: 'tls',
}

/** OpenSSL's words for a certificate that cannot be trusted, as Node hands them on. */
const TLS = /^(?:ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)/

/** Errors that a connection dies of; in a body they mean that it is not whole. */
const LOST = /^(?:UND_ERR_SOCKET|ECONNRESET|EPIPE|HPE_|HTTPParserError|ERR_HTTP2_|UND_ERR_ABORTED|ERR_STREAM_PREMATURE_CLOSE)/

/** Turns whatever the network threw into a failure with a code. */
export function failureOf(error: unknown, stage: Stage): FetchFailure {
  if (error instanceof FetchFailure) return error
  const code = codeOf(error)
  if (CODES[code] !== undefined) return new FetchFailure(CODES[code], code)
  if (TLS.test(code)) return new FetchFailure('tls', code)
  return new FetchFailure(stage === 'body' && LOST.test(code) ? 'cut' : 'network', code)
}

/** The code of an error, or of the first one inside (a host with several addresses fails with one error for each), or its name. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return error.cause === undefined ? error.name : codeOf(error.cause)
}
