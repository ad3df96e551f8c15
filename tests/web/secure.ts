import http2 from 'node:http2'
import https from 'node:https'
import net, { type AddressInfo } from 'node:net'
import type { Certificate } from './certificate.ts'

export type SecureWeb = { port: number; versions: string[]; close(): Promise<void> }

const FEED = '<rss version="2.0"><channel><title>Secure</title></channel></rss>'

/** Serves a feed over TLS on loopback, by HTTP/2 to those who speak it, or by HTTP/1.1 alone. */
export async function startSecureWeb({ key, cert }: Certificate, speaks: 'h2' | 'http/1.1'): Promise<SecureWeb> {
  const versions: string[] = []
  if (speaks === 'http/1.1') {
    const server = https.createServer({ key, cert }, (request, response) => {
      versions.push(request.httpVersion)
      response.end(FEED)
    })
    return opened(server, versions)
  }
  const server = http2.createSecureServer({ key, cert, allowHTTP1: true }, (request, response) => {
    versions.push(request.httpVersion)
    response.end(FEED)
  })
  return opened(server, versions)
}

/** Takes connections and never says a word: a handshake that does not end. */
export const startSilentWeb = (): Promise<SecureWeb> => opened(net.createServer(), [])

async function opened(server: net.Server, versions: string[]): Promise<SecureWeb> {
  const sockets = new Set<net.Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    port: (server.address() as AddressInfo).port,
    versions,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
