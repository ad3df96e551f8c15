import { readFile, stat } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.ics': 'text/calendar; charset=utf-8',
}

/** What is compressed on the wire, as GitHub Pages does. */
const COMPRESSED = /^(?:text\/|application\/(?:json|xml)|image\/svg)/

export type Served = { port: number; close(): Promise<void> }

/**
 * Serves a folder under a base path, as GitHub Pages does: `index.html` for an address with a slash at its end, the planet's own
 * 404 page, gzip. `folder` is asked for each request, so that it may be made when the first one comes.
 */
export async function serveFolder(folder: () => Promise<string>, base: string): Promise<Served> {
  const server = http.createServer(async ({ url = '/', headers }, response) => {
    try {
      const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
      const dist = await folder()
      const found = path.startsWith(`${base}/`) ? await fileAt(dist, path.slice(base.length)) : undefined
      const file = found ?? join(dist, '404.html')
      const type = TYPES[extname(file)] ?? 'application/octet-stream'
      const zipped = COMPRESSED.test(type) && /\bgzip\b/.test(String(headers['accept-encoding']))
      const body = await readFile(file)
      response
        .writeHead(found === undefined ? 404 : 200, { 'content-type': type, ...(zipped ? { 'content-encoding': 'gzip' } : {}) })
        .end(zipped ? gzipSync(body) : body)
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error))
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

async function fileAt(dist: string, path: string): Promise<string | undefined> {
  const file = join(dist, path.endsWith('/') ? `${path}index.html` : path)
  const there = await stat(file).catch(() => undefined)
  return there?.isFile() ? file : undefined
}
