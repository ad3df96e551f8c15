import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FetchFailureCode, FetchResult } from '../../src/planet/fetch/result.ts'
import { inventBlog, rss } from './invented.ts'
import { indexOf, ipOf, listen } from './loopback.ts'

/** One request as a behaviour sees it. `feed` is what a good server would send; `asked` counts the requests for this path, from 1. */
export type Visit = {
  request: IncomingMessage
  response: ServerResponse
  socket: Socket
  path: string
  asked: number
  feed: string
}

/** What a server does wrong (or rarely), and what must come of it. */
export type Behaviour = {
  serve(visit: Visit): void
  robots?(visit: Visit): void
  expects: FetchResult['kind'] | FetchFailureCode
}

export type Web = {
  port: number
  names: string[]
  url(name: string): string
  /** The requests for a behaviour's feed (and what it redirects to), oldest first; robots.txt is not among them. */
  requests(name: string): IncomingMessage[]
  robotsRequests(name: string): number
  /** `well`: everybody is a good server, so that posts are kept before things go wrong. */
  behave(how: 'well' | 'badly'): void
  close(): Promise<void>
}

/** Serves each behaviour on an address of its own in 127.0.0.0/8, its feed at `/feed.xml`. */
export async function startWeb(behaviours: Record<string, Behaviour>): Promise<Web> {
  const names = Object.keys(behaviours)
  const seen = new Map<string, IncomingMessage[]>()
  let good = false

  const web = await listen((request, response) => {
    const index = indexOf(request.headers.host)
    const name = names[index]
    const behaviour = name === undefined ? undefined : behaviours[name]
    if (name === undefined || behaviour === undefined) return response.writeHead(404).end()
    const path = request.url ?? ''
    const key = `${name} ${path === '/robots.txt' ? path : ''}`
    const before = seen.get(key) ?? []
    seen.set(key, [...before, request])
    const visit: Visit = {
      request,
      response,
      socket: request.socket,
      path,
      asked: [...before, request].filter(({ url }) => url === path).length,
      feed: rss(inventBlog(index, 3, Date.UTC(2026, 10, 20)), `http://${request.headers.host}/`),
    }
    if (path === '/robots.txt') return behaviour.robots && !good ? behaviour.robots(visit) : response.writeHead(404).end()
    return good ? response.end(visit.feed) : behaviour.serve(visit)
  })

  return {
    port: web.port,
    names,
    url: (name) => `http://${ipOf(names.indexOf(name))}:${web.port}/feed.xml`,
    requests: (name) => seen.get(`${name} `) ?? [],
    robotsRequests: (name) => seen.get(`${name} /robots.txt`)?.length ?? 0,
    behave: (how) => {
      good = how === 'well'
    },
    close: web.close,
  }
}
