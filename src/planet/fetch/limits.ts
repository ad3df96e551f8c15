/** What a fetch may take. Times in milliseconds, sizes in bytes. */
export type Limits = {
  /** Questions under way at the same time, to all hosts together and to one host. */
  atOnce: number
  perHost: number
  /** A feed from the first connection to the last byte, redirects included; waiting for a turn does not count. */
  total: number
  connect: number
  /** robots.txt, as a part of `total`. */
  robots: number
  redirects: number
  /** A body after decoding: a megabyte of gzip can hold a gigabyte. */
  body: number
  headers: number
}

/** Wide for every honest feed, and so that a run with many dishonest ones still ends. */
export const LIMITS: Limits = {
  atOnce: 32,
  perHost: 2,
  total: 20_000,
  connect: 10_000,
  robots: 5_000,
  redirects: 5,
  body: 10_000_000,
  headers: 65_536,
}
