import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type InventedBlog, inventBlog, inventPost, rss } from './invented.ts'
import { indexOf, ipOf, listen } from './loopback.ts'
import { writePlanetFolder } from './planet-folder.ts'

export type PlanetWebOptions = {
  blogs: number
  posts: number
  /** 0, the default, takes a free one. */
  port?: number
  /** Milliseconds before each answer. */
  latency?: number
  /** The newest posts are a few hours older than this. */
  now?: Date
  /** What every blog's robots.txt says; 404 where it is left out. */
  robots?: string
}

/** What was asked since the start: feeds given whole, feeds unchanged, robots.txt, and the bytes of all bodies. */
export type Counts = { whole: number; unchanged: number; robots: number; bytes: number }

export type PlanetWeb = {
  port: number
  counts: Counts
  /** The address of a blog's home, with a slash at the end; blogs are counted from 0. */
  home(blog: number): string
  feed(blog: number): string
  /** A new post in a blog: in the feed from now on, under another ETag and Last-Modified. */
  publish(blog: number, published?: Date): void
  /** Writes a planet's folder with all blogs. */
  writeFolder(folder: string): Promise<void>
  close(): Promise<void>
}

/**
 * Serves blogs over HTTP on loopback, each on an address of its own: `/`, `/feed.xml` (ETag, Last-Modified, 304), `/posts/1`,
 * `/robots.txt`; `POST /publish` adds a post to the blog, `/counts` tells what was asked.
 */
export async function startPlanetWeb(options: PlanetWebOptions): Promise<PlanetWeb> {
  const { latency = 0, now = new Date() } = options
  const blogs = Array.from({ length: options.blogs }, (_, index) => inventBlog(index, options.posts, now.getTime()))
  const counts: Counts = { whole: 0, unchanged: 0, robots: 0, bytes: 0 }
  const served = new Map<InventedBlog, Buffer>()
  const home = (blog: number): string => `http://${ipOf(blog)}:${web.port}/`

  const publish = (number: number, published = now): void => {
    const blog = blogs[number]
    if (blog === undefined) throw new RangeError(`there is no blog ${number}`)
    blog.posts.push(inventPost(blog.language, blog.index, blog.posts.length + 1, published.getTime()))
    served.delete(blog)
  }

  const bodyOf = (blog: InventedBlog): Buffer => {
    const body = served.get(blog) ?? Buffer.from(rss(blog, home(blog.index)))
    served.set(blog, body)
    return body
  }

  const answer = (blog: InventedBlog, { url, method, headers }: IncomingMessage, response: ServerResponse): void => {
    const send = (status: number, type: string, body: string | Buffer): void => {
      counts.bytes += Buffer.byteLength(body)
      response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body)
    }
    const post = /^\/posts\/(\d+)$/.exec(url ?? '')?.[1]
    if (url === '/feed.xml') {
      const etag = `"${blog.index}-${blog.posts.length}"`
      response.setHeader('etag', etag)
      response.setHeader('last-modified', new Date(blog.posts.at(-1)?.published ?? 0).toUTCString())
      if (headers['if-none-match'] === etag) {
        counts.unchanged++
        response.writeHead(304).end()
      } else {
        counts.whole++
        send(200, 'application/rss+xml; charset=utf-8', bodyOf(blog))
      }
    } else if (url === '/robots.txt') {
      counts.robots++
      if (options.robots === undefined) send(404, 'text/plain', 'none')
      else send(200, 'text/plain', options.robots)
    } else if (url === '/publish' && method === 'POST') {
      publish(blog.index)
      send(200, 'text/plain', `Blog ${blog.index + 1} has ${blog.posts.length} posts.\n`)
    } else if (url === '/counts') {
      send(200, 'application/json', JSON.stringify(counts))
    } else if (url === '/' || blog.posts.some(({ number }) => String(number) === post)) {
      const title = blog.posts.find(({ number }) => String(number) === post)?.title ?? `Blog ${blog.index + 1}`
      const link = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
      send(200, 'text/html; charset=utf-8', `<!doctype html><title>${title}</title>${link}<h1>${title}</h1>`)
    } else send(404, 'text/plain', 'not here')
  }

  const web = await listen(async (request, response) => {
    if (latency > 0) await after(latency)
    const blog = blogs[indexOf(request.headers.host)]
    if (blog === undefined) response.writeHead(404).end()
    else answer(blog, request, response)
  }, options.port)

  return {
    port: web.port,
    counts,
    home,
    feed: (blog) => `${home(blog)}feed.xml`,
    publish,
    writeFolder: (folder) =>
      writePlanetFolder(
        folder,
        'Test planet',
        blogs.map(({ index, language }) => ({
          id: `b${index + 1}`,
          title: `Blog ${index + 1}`,
          site: home(index),
          feed: `${home(index)}feed.xml`,
          language,
        })),
      ),
    close: web.close,
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      blogs: { type: 'string', default: '100' },
      posts: { type: 'string', default: '20' },
      port: { type: 'string', default: '9100' },
      latency: { type: 'string', default: '0' },
      now: { type: 'string' },
      folder: { type: 'string' },
    },
  })
  const web = await startPlanetWeb({
    blogs: Number(values.blogs),
    posts: Number(values.posts),
    port: Number(values.port),
    latency: Number(values.latency),
    ...(values.now === undefined ? {} : { now: new Date(values.now) }),
  })
  if (values.folder !== undefined) await web.writeFolder(values.folder)
  console.log(`${values.blogs} blogs of ${values.posts} posts at ${web.feed(0)} and on`)
}
