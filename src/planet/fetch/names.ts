import dns from 'node:dns'
import type { LookupFunction } from 'node:net'

/** Failures after which the system would only wait once more for the same silence. */
const FINAL = new Set(['ETIMEOUT', 'ESERVFAIL'])

type Options = {
  /** Name servers, `127.0.0.1:5353`; the machine's own where they are left out. */
  servers?: string[]
  /** Milliseconds for the first of two tries; the second takes twice as long. */
  timeout?: number
  /** Asked where the name servers know nothing: the system's look-up, with its list of hosts. */
  system?: LookupFunction
}

/**
 * Finds the addresses of names without the threads of the C library: Node has four for all files, packing and names, and four
 * names whose servers are silent would hold up every other blog for as long.
 */
export function createLookup({ servers, timeout = 1_200, system = dns.lookup }: Options = {}): LookupFunction {
  const resolver = new dns.promises.Resolver({ timeout, tries: 2 })
  if (servers !== undefined) resolver.setServers(servers)

  return (name, options, callback) => {
    Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]).then(([four, six]) => {
      const found = [
        ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
        ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
      ]
      const [first] = found
      if (first !== undefined) return options.all ? callback(null, found) : callback(null, first.address, first.family)
      const why: NodeJS.ErrnoException | undefined = four.status === 'rejected' ? four.reason : undefined
      return why !== undefined && FINAL.has(why.code ?? '') ? callback(why, '') : system(name, options, callback)
    })
  }
}
