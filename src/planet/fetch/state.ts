import { z } from 'zod'

export { learn } from './learn.ts'
export { planRequest } from './plan.ts'

const text = z.string()
const instant = z.iso.datetime()
const day = z.iso.date()

const httpStateSchema = z.object({
  /** The address that was asked: when `feeds.yaml` names another one, nothing here holds any more. */
  url: text.exactOptional(),
  validators: z.object({ etag: text.exactOptional(), lastModified: text.exactOptional() }).exactOptional(),
  /** The address that gave the validators: `url`, or the end of its redirects. */
  validatorsOf: text.exactOptional(),
  /** Of the last body that was read, hex. */
  sha256: text.exactOptional(),
  /** The day on which the feed last came whole, validators or not. */
  wholeOn: day.exactOptional(),
  /** Not to be asked before: the server's Cache-Control or Expires, or the feed's own wish. */
  notBefore: instant.exactOptional(),
  /** Not to be asked before, even by hand: a 429 or 503 said so. */
  retryAfter: instant.exactOptional(),
  /** Failures in a row, when the first was, and when it is time to try again. */
  failures: z.object({ count: z.int().positive(), since: instant, retry: instant.exactOptional() }).exactOptional(),
  /** Where the address redirects for good, and on which days it did so. */
  moved: z.object({ to: text, days: z.array(day) }).exactOptional(),
  schedule: z
    .object({
      everyMinutes: z.number().exactOptional(),
      skipHours: z.array(z.number()).exactOptional(),
      skipDays: z.array(text).exactOptional(),
    })
    .exactOptional(),
})

/**
 * What is kept of the talk with one blog's server over the runs (`http.json`). It changes only with news: what changes with the
 * clock alone is in the `Memory` of the planet.
 */
export type HttpState = z.infer<typeof httpStateSchema>

/** Reads a kept state; an empty one where there is none, or where it is damaged: that costs one unconditional question. */
export function readHttpState(json: string | undefined): HttpState {
  if (json === undefined) return {}
  try {
    return httpStateSchema.parse(JSON.parse(json))
  } catch {
    return {}
  }
}

/** The address that a feed has moved to: it was seen there, by permanent redirects alone, on three days. */
export const movedFor = ({ moved }: HttpState): string | undefined =>
  moved !== undefined && moved.days.length >= 3 ? moved.to : undefined
