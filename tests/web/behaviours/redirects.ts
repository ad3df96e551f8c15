import type { Behaviour, Visit } from '../web.ts'

/** Redirects from /feed.xml to /new.xml, which has the feed. */
const once = (status: number): Behaviour => ({
  expects: 'fresh',
  serve({ response, path, feed }) {
    if (path === '/feed.xml') response.writeHead(status, { location: '/new.xml' }).end('moved')
    else response.end(feed)
  },
})

/** Redirects to whatever Location says. */
const to = (expects: Behaviour['expects'], location: string | ((visit: Visit) => string)): Behaviour => ({
  expects,
  serve(visit) {
    const target = typeof location === 'string' ? location : location(visit)
    if (visit.path === '/feed.xml') visit.socket.end(`HTTP/1.1 302 Found\r\nLocation: ${target}\r\nContent-Length: 0\r\n\r\n`)
    else visit.response.end(visit.feed)
  },
})

/** Redirects through so many hops. */
const chain = (expects: Behaviour['expects'], hops: number): Behaviour => ({
  expects,
  serve({ response, path, feed }) {
    const at = Number(/\d+/.exec(path)?.[0] ?? 0)
    if (at < hops) response.writeHead(301, { location: `/hop-${at + 1}` }).end()
    else response.end(feed)
  },
})

const portOf = ({ request }: Visit): string => request.headers.host?.split(':')[1] ?? ''

/** Redirects: for good, for now, for ever, into the void, and to where nobody from outside may go. */
export const redirects: Record<string, Behaviour> = {
  'moves for good (301)': once(301),
  'moves for good (308)': once(308),
  'sends elsewhere for now (302)': once(302),
  'sends elsewhere for now (303)': once(303),
  'sends elsewhere for now (307)': once(307),
  'moves for good, then for now': {
    expects: 'fresh',
    serve({ response, path, feed }) {
      if (path === '/feed.xml') response.writeHead(301, { location: '/second.xml' }).end()
      else if (path === '/second.xml') response.writeHead(302, { location: '/new.xml' }).end()
      else response.end(feed)
    },
  },
  'redirects with a page that never ends': {
    expects: 'fresh',
    serve({ response, path, feed }) {
      if (path === '/feed.xml') response.writeHead(302, { location: '/new.xml' }).write('<p>One moment')
      else response.end(feed)
    },
  },
  'redirects five times': chain('fresh', 5),
  'redirects six times': chain('too-many-redirects', 6),
  'redirects to itself': to('too-many-redirects', '/feed.xml'),
  'redirects to itself with a cookie': {
    expects: 'too-many-redirects',
    serve: ({ response }) => response.writeHead(302, { location: '/feed.xml', 'set-cookie': 'seen=1' }).end(),
  },
  'redirects in a circle': {
    expects: 'too-many-redirects',
    serve: ({ response, path }) => response.writeHead(302, { location: path === '/feed.xml' ? '/b' : '/feed.xml' }).end(),
  },
  'redirects without saying where': {
    expects: 'redirect-invalid',
    serve: ({ response }) => response.writeHead(301).end(),
  },
  'redirects to nonsense': to('redirect-invalid', 'http://[nowhere'),
  'redirects to a file': to('redirect-invalid', 'file:///etc/hostname'),
  'redirects to a mail address': to('redirect-invalid', 'mailto:nuria@example.org'),
  'redirects to an address with letters of its own': to('fresh', '/bitácora.xml'),
  'redirects with a fragment': to('fresh', '/new.xml#top'),
  'redirects with a name and a password': to('fresh', ({ request }) => `http://me:secret@${request.headers.host}/new.xml`),
  // 127.99.99.99 is on nobody's list of allowed addresses.
  'redirects to a private address': to('address-private', (visit) => `http://127.99.99.99:${portOf(visit)}/new.xml`),
  'redirects to a private address in decimal': to('address-private', (visit) => `http://2137219939:${portOf(visit)}/new.xml`),
  'redirects to a private address in IPv6': to(
    'address-private',
    (visit) => `http://[::ffff:127.99.99.99]:${portOf(visit)}/new.xml`,
  ),
  'redirects to the local network by name': to('address-private', (visit) => `http://printer.local:${portOf(visit)}/new.xml`),
}
