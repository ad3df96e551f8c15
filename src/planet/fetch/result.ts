/**
 * What a server sent to recognise an unchanged document by: kept to the letter, quotes and oddities included
 * (RFC 9110 §8.8), and only ever sent back to the address it came from.
 */
export type Validators = { etag?: string; lastModified?: string }

/** Why a feed could not be had. Each code has a sentence and a way out in every interface language (`failure.<code>.*`). */
export type FetchFailureCode =
  | 'address-invalid'
  | 'address-private'
  | 'dns'
  | 'refused'
  | 'tls'
  | 'timeout'
  | 'too-large'
  | 'too-many-redirects'
  | 'redirect-invalid'
  | 'cut'
  | 'encoding'
  | 'network'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'host-refuses-builder'
  | 'robots'
  | 'server-error'
  | 'http-status'
  | 'file-missing'

/**
 * The outcome of asking for one feed: always a value, never an exception.
 * `movedTo` is set when every hop up to it was permanent (301, 308); `until` is ISO 8601 UTC.
 */
export type FetchResult =
  | {
      kind: 'fresh'
      bytes: Uint8Array
      contentType?: string
      finalUrl: string
      movedTo?: string
      validators: Validators
      /** Not to be asked again before this (Cache-Control, Expires), ISO 8601 UTC. */
      notBefore?: string
    }
  | { kind: 'unchanged'; validators?: Validators; movedTo?: string; notBefore?: string }
  | { kind: 'wait'; until: string }
  | { kind: 'gone'; detail: string }
  | { kind: 'failed'; code: FetchFailureCode; detail: string; retryAfter?: string }

/** One question to a server. */
export type FetchRequest = {
  url: string
  validators?: Validators
  /** The address that gave the validators, and the only one that gets them back; `url` where it is left out. */
  validatorsOf?: string
  /** The feed's own wish (`<ttl>`, `sy:updatePeriod`): minutes to leave between two readings. */
  everyMinutes?: number
  /** What was read last is kept, and may rest as long as its server called it fresh. */
  mayRest?: true
}
