import type { Behaviour } from '../web.ts'

/** Gives a validator and knows it again only by its very bytes. */
const verbatim = (etag: string | undefined, lastModified?: string): Behaviour => ({
  expects: 'fresh',
  serve({ request, response, feed }) {
    if (etag !== undefined) response.setHeader('etag', etag)
    if (lastModified !== undefined) response.setHeader('last-modified', lastModified)
    const knows = request.headers['if-none-match'] === etag && request.headers['if-modified-since'] === lastModified
    if (knows) response.writeHead(304).end()
    // Bytes, for with a string Node would write the headers in UTF-8 too.
    else response.end(Buffer.from(feed))
  },
})

/** Servers that all know an unchanged feed again, if nobody improves on what they said. */
export const recognising: Record<string, Behaviour> = {
  'has a strong ETag': verbatim('"abc-123"'),
  'has a weak ETag': verbatim('W/"abc-123"'),
  'has an ETag without quotes': verbatim('abc-123'),
  'has an ETag with a stray quote': verbatim('"abc'),
  'has an ETag in Latin letters': verbatim('"caf\u00e9"'),
  'has a date alone': verbatim(undefined, 'Fri, 20 Nov 2026 08:00:00 GMT'),
  'has both': verbatim('"both"', 'Fri, 20 Nov 2026 08:00:00 GMT'),
  'has a date without a zone': verbatim(undefined, '2026-11-20 08:00:00'),
  'has a date in Spanish': verbatim('"es"', 'vie, 20 nov 2026 08:00:00 GMT'),
  'has a date of the future': verbatim(undefined, 'Fri, 20 Nov 2099 08:00:00 GMT'),
  'is fresh for an hour': {
    expects: 'fresh',
    serve({ request, response, feed }) {
      response.setHeader('cache-control', 'max-age=3600')
      if (request.headers['if-none-match'] === '"hour"') response.writeHead(304).end()
      else response.setHeader('etag', '"hour"').end(feed)
    },
  },
  'answers "not modified" with a body': {
    expects: 'fresh',
    serve({ request, response, socket, feed }) {
      if (request.headers['if-none-match'] === undefined) response.setHeader('etag', '"x"').end(feed)
      else socket.write(`HTTP/1.1 304 Not Modified\r\nETag: "x"\r\nContent-Length: ${Buffer.byteLength(feed)}\r\n\r\n${feed}`)
    },
  },
  'answers "not modified" at the end of a redirect': {
    expects: 'fresh',
    serve({ request, response, path, feed }) {
      if (path === '/feed.xml') response.writeHead(302, { location: '/new.xml' }).end()
      else if (request.headers['if-none-match'] === '"end"') response.writeHead(304).end()
      else response.setHeader('etag', '"end"').end(feed)
    },
  },
}

/** Servers that do not, or know too much. */
export const validators: Record<string, Behaviour> = {
  'answers "not modified" to everything': { expects: 'http-status', serve: ({ response }) => response.writeHead(304).end() },
  'has a new ETag every time': {
    expects: 'fresh',
    serve: ({ response, asked, feed }) => response.setHeader('etag', `"${asked}"`).end(feed),
  },
}
