const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref_src)$/i

/**
 * What stays of an address when all is taken away that does not name another page: scheme, `www.`, default port, trailing
 * slash, fragment and tracking parameters. Two addresses with one key are one post. Not an address to ask for.
 * @example canonicalKey('http://www.example.org/a/?utm_source=x') === 'example.org/a'
 */
export function canonicalKey(address: string): string {
  const url = URL.parse(address)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return address
  if (url.search !== '') {
    for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
    url.searchParams.sort()
  }
  const port = url.port === '' ? '' : `:${url.port}`
  const path = url.pathname.replace(/\/+$/, '')
  return `${url.hostname.replace(/^www\./, '')}${port}${path}${url.search}`
}

/** The host of an address, without `www.` and port. */
export const hostOf = (address: string): string => canonicalKey(address).split(/[/:?]/)[0] ?? ''
