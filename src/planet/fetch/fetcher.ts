import type { LookupFunction } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createAgent } from './agent.ts'
import { type Answer, ask } from './ask.ts'
import { type Budget, createBudget } from './budget.ts'
import { CODINGS } from './coding.ts'
import { FetchFailure, failureOf } from './failure.ts'
import { watchFirstBytes } from './first-byte.ts'
import { type Arrival, follow } from './follow.ts'
import { later, wishOf } from './freshness.ts'
import { createGate } from './gate.ts'
import { type AllowPrivate, createGuard } from './guard.ts'
import { hostKey } from './host.ts'
import { LIMITS, type Limits } from './limits.ts'
import { emptyMemory, type Memory } from './memory.ts'
import { createLookup } from './names.ts'
import { outcomeOf, waitFor } from './outcome.ts'
import type { FetchFailureCode, FetchRequest, FetchResult } from './result.ts'
import { createRobots } from './robots.ts'
import { type Sight, sightOf } from './sight.ts'

export type FetcherOptions = {
  /** `Staffroom/0.1 (+https://planet.example/)`: what stands before the slash is our name in robots.txt. */
  userAgent: string
  allowPrivate: AllowPrivate
  now: () => Date
  limits?: Partial<Limits>
  /** What hosts said in earlier runs; changed in place. */
  memory?: Memory
  /** How names are found and which authorities are trusted, where it is not the system's way. */
  network?: { lookup?: LookupFunction; ca?: string }
}

export type Fetcher = {
  /** Asks for one feed, when its turn comes. Never throws. */
  fetch(request: FetchRequest): Promise<FetchResult>
  /** Asks whether a page is there, as politely as for a feed; its text is not read. Never throws. */
  look(address: string): Promise<Sight>
  close(): Promise<void>
}

const ACCEPT = [
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9',
  'application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.2, */*;q=0.1',
].join(', ')
const ACCEPT_PAGE = 'text/html, application/xhtml+xml, */*;q=0.1'

/** Failures of a whole host. */
const UNREACHABLE: ReadonlySet<FetchFailureCode> = new Set(['address-private', 'dns', 'refused', 'tls'])

/** Ends a fetch because its host wants to be left alone for now. */
class Wait extends Error {
  readonly until: string
  constructor(until: string) {
    super(`wait until ${until}`)
    this.until = until
  }
}

/** Makes a fetcher: one for a run, for all blogs, so that it can be polite to hosts that they share. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { userAgent, now } = options
  const limits = { ...LIMITS, ...options.limits }
  const memory = options.memory ?? emptyMemory()
  const guard = createGuard(options.allowPrivate, options.network?.lookup ?? createLookup())
  const agent = createAgent(limits, guard.lookup, options.network?.ca)
  const gate = createGate(limits.atOnce, limits.perHost)
  const watch = watchFirstBytes()
  const robots = createRobots(userAgent, memory, now)
  const common = { 'user-agent': userAgent, accept: ACCEPT, 'accept-encoding': CODINGS }

  /** One hop to a checked address: in its turn, within what is left of the time. */
  const hop = (url: URL, budget: Budget, headers: Record<string, string>, statusOnly = false): Promise<Answer> => {
    const host = hostKey(url)
    return gate.pass(host, async () => {
      const until = memory.hosts[host]
      if (until !== undefined && until > now().toISOString()) throw new Wait(until)
      const how = { limit: limits.body, watch, statusOnly }
      const answer = await budget.spend((signal) => ask(agent, url, headers, { ...how, signal }))
      const wait = waitFor(answer, now())
      if (wait !== undefined) memory.hosts[host] = wait
      // undici frees a connection one turn later; the next question to this host would open another one.
      await nextTurn()
      return answer
    })
  }

  const askRobots = async (url: URL, budget: Budget): Promise<Answer | undefined> => {
    const part = budget.part(limits.robots)
    let at = url
    const step = async (next: URL): Promise<Answer> => {
      guard.check(next)
      at = next
      return hop(next, part, common)
    }
    try {
      return (await follow(url, step, limits.redirects)).answer
    } catch (error) {
      // A robots.txt that does not come forbids nothing; but a host that cannot be reached need not be tried twice.
      if (error instanceof FetchFailure && !(at === url && UNREACHABLE.has(error.code))) return undefined
      throw error
    }
  }

  /** Goes to an address and on along its redirects; each hop is checked, allowed by robots.txt and asked with its own headers. */
  const arrive = (url: URL, headersFor: (next: URL) => Record<string, string>, statusOnly = false): Promise<Arrival> => {
    const budget = createBudget(limits.total)
    return follow(
      url,
      async (next) => {
        guard.check(next)
        if (!(await robots.allows(next, (address) => askRobots(address, budget)))) throw new FetchFailure('robots', next.host)
        return hop(next, budget, { ...common, ...headersFor(next) }, statusOnly)
      },
      limits.redirects,
    )
  }

  /** Keeps in mind when a feed may be asked again: what the server said, or the feed's own wish if that is later. */
  const remember = (request: FetchRequest, result: FetchResult): FetchResult => {
    if (result.kind !== 'fresh' && result.kind !== 'unchanged') return result
    const rest = later(result.notBefore, wishOf(request.everyMinutes, now()))
    if (rest === undefined) return result
    memory.feeds[request.url] = rest
    return { ...result, notBefore: rest }
  }

  return {
    async fetch(request) {
      const until = memory.feeds[request.url]
      if (request.mayRest && until !== undefined && until > now().toISOString()) return { kind: 'wait', until }
      if (!URL.canParse(request.url)) return { kind: 'failed', code: 'address-invalid', detail: request.url }
      try {
        const arrival = await arrive(new URL(request.url), (next) => conditions(request, next))
        const conditional = Object.keys(conditions(request, arrival.url)).length > 0
        return remember(request, outcomeOf(arrival, conditional, now()))
      } catch (error) {
        if (error instanceof Wait) return { kind: 'wait', until: error.until }
        const { code, detail } = failureOf(error, 'headers')
        return { kind: 'failed', code, detail }
      }
    },
    async look(address) {
      try {
        return sightOf((await arrive(new URL(address), () => ({ accept: ACCEPT_PAGE }), true)).answer)
      } catch {
        // Whatever went wrong on the way says nothing of the page.
        return 'unsure'
      }
    },
    close() {
      watch.stop()
      return agent.destroy()
    },
  }
}

/** The validators, to the letter, for the one address that they came from. */
function conditions({ url, validators, validatorsOf = url }: FetchRequest, to: URL): Record<string, string> {
  if (validators === undefined || URL.parse(validatorsOf)?.href !== to.href) return {}
  const { etag, lastModified } = validators
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  }
}
