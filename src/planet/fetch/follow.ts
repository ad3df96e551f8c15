import type { Answer } from './ask.ts'
import { FetchFailure } from './failure.ts'
import { header } from './headers.ts'

/** An answer, the address that gave it, and whether every redirect on the way was permanent (there was at least one). */
export type Arrival = { answer: Answer; url: URL; moved: boolean }

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * Asks an address and follows its redirects by hand, so that every hop goes through `step` and its checks.
 * @throws FetchFailure: `too-many-redirects` (also for a loop), `redirect-invalid`, and whatever `step` throws.
 */
export async function follow(start: URL, step: (url: URL) => Promise<Answer>, most: number): Promise<Arrival> {
  const seen = new Set<string>()
  let url = start
  let permanent = true
  for (;;) {
    seen.add(withoutFragment(url))
    const answer = await step(url)
    if (!REDIRECTS.has(answer.status)) return { answer, url, moved: permanent && seen.size > 1 }
    if (answer.status !== 301 && answer.status !== 308) permanent = false
    url = target(answer, url)
    if (seen.has(withoutFragment(url))) throw new FetchFailure('too-many-redirects', 'a loop')
    if (seen.size > most) throw new FetchFailure('too-many-redirects', `more than ${most}`)
  }
}

function target({ headers }: Answer, from: URL): URL {
  const raw = header(headers, 'location')
  if (raw === undefined) throw new FetchFailure('redirect-invalid', 'no Location')
  // The header comes as bytes; addresses in it are often UTF-8 without percent signs.
  const location = Buffer.from(raw, 'latin1').toString('utf8')
  if (!URL.canParse(location, from)) throw new FetchFailure('redirect-invalid', location.slice(0, 200))
  const url = new URL(location, from)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new FetchFailure('redirect-invalid', url.protocol)
  url.username = ''
  url.password = ''
  return url
}

const withoutFragment = (url: URL): string => url.href.split('#', 1)[0] ?? ''
