import type { Behaviour } from '../web.ts'

const status = (code: number, expects: Behaviour['expects'], headers: Record<string, string> = {}, page = 'no'): Behaviour => ({
  expects,
  serve: ({ response }) => response.writeHead(code, { 'content-type': 'text/html', ...headers }).end(page),
})

const allowed = (robots: NonNullable<Behaviour['robots']>): Behaviour => ({
  expects: 'fresh',
  robots,
  serve: ({ response, feed }) => response.end(feed),
})

const says = (text: string): NonNullable<Behaviour['robots']> => {
  return ({ response }) => response.writeHead(200, { 'content-type': 'text/plain' }).end(text)
}

/** Servers that will not give the feed: for good, for now, to us, or to robots. */
export const refusals: Record<string, Behaviour> = {
  'wants a password': status(401, 'unauthorized', { 'www-authenticate': 'Basic' }),
  'forbids it': status(403, 'forbidden'),
  'forbids it with a page that never ends': {
    expects: 'forbidden',
    serve: ({ response }) => response.writeHead(403, { 'content-type': 'text/html' }).write('<p>No'),
  },
  'has lost it': status(404, 'not-found'),
  'has removed it for good': status(410, 'gone'),
  'is a teapot': status(418, 'http-status'),
  'must not show it by law': status(451, 'forbidden'),
  'offers a choice': status(300, 'http-status'),
  'is broken': status(500, 'server-error'),
  'is a broken gateway': status(502, 'server-error'),
  'is away': status(503, 'server-error'),
  'is away for two minutes': status(503, 'server-error', { 'retry-after': '120' }),
  'has had too much': status(429, 'rate-limited'),
  'has had too much for two hours': status(429, 'rate-limited', { 'retry-after': '7200' }),
  'has had too much until a date': status(429, 'rate-limited', { 'retry-after': 'Sun, 22 Nov 2026 10:00:00 GMT' }),
  'challenges as Cloudflare does': status(403, 'host-refuses-builder', { 'cf-mitigated': 'challenge' }),
  'blocks with a page as Cloudflare does': status(403, 'host-refuses-builder', {}, '<div id="cf-error-details">Sorry</div>'),
  'challenges as Amazon does': status(202, 'host-refuses-builder', { 'x-amzn-waf-action': 'challenge' }, ''),
  'blocks as Sucuri does': status(403, 'host-refuses-builder', {}, '<title>Sucuri WebSite Firewall - Access Denied</title>'),
  'forbids it to robots': { ...allowed(says('User-agent: *\nDisallow: /')), expects: 'robots' },
  'forbids it to us by name': {
    ...allowed(says('User-agent: *\nAllow: /\n\nUser-agent: Staffroom\nDisallow: /feed')),
    expects: 'robots',
  },
  'forbids it to others': allowed(says('User-agent: BadBot\nUser-agent: WorseBot\nDisallow: /\n')),
  'forbids all but feeds to robots': allowed(says('User-agent: *\nDisallow: /\nAllow: /feed.xml$')),
  'has a web page for a robots.txt': allowed(says('<!doctype html><title>Hello</title>User-agent: somebody')),
  'has a broken robots.txt': allowed(({ response }) => response.writeHead(500).end()),
  'never gives its robots.txt': allowed(() => {}),
  'redirects its robots.txt in a circle': allowed(({ response }) => response.writeHead(301, { location: '/robots.txt' }).end()),
}
