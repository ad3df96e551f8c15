import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** Each blog of a test web has an address of its own in 127.0.0.0/8, so that politeness per host is real. */
const FIRST = 1
const IN_A_ROW = 250

/**
 * The address of the blog with this number, counted from 0.
 * @example ipOf(0) === '127.0.1.1', ipOf(250) === '127.0.2.1'
 */
export const ipOf = (index: number): string => `127.0.${FIRST + Math.floor(index / IN_A_ROW)}.${FIRST + (index % IN_A_ROW)}`

/** The number of the blog that a Host header means; -1 where it means none. */
export function indexOf(host = ''): number {
  const [, row = '', place = ''] = /^127\.0\.(\d+)\.(\d+)(?::\d+)?$/.exec(host) ?? []
  return row === '' ? -1 : (Number(row) - FIRST) * IN_A_ROW + Number(place) - FIRST
}

export type Listening = { port: number; close(): Promise<void> }

/** Listens once for all addresses of 127.0.0.0/8. Port 0 takes a free one. */
export async function listen(handler: http.RequestListener, port = 0): Promise<Listening> {
  const server = http.createServer(handler)
  await new Promise<void>((ready, fail) => {
    server.once('error', fail)
    server.listen({ port, host: '0.0.0.0', backlog: 1024 }, ready)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
