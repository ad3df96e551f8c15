import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Post } from '../../src/planet/archive/post.ts'
import { openArchive } from '../../src/planet/archive/store.ts'
import { parseFeedsFile } from '../../src/planet/config/feeds-file.ts'
import { createFetcher } from '../../src/planet/fetch/fetcher.ts'
import { emptyMemory, type Memory } from '../../src/planet/fetch/memory.ts'
import { createReader } from '../../src/planet/parse/pool.ts'
import { type Outcome, pull, type Tools } from '../../src/planet/pull.ts'
import { indexOf, ipOf, listen } from '../web/loopback.ts'

const DAY = 86_400_000
/** Day 0 of these stories: posts were published on the days before. */
const START = Date.parse('2026-06-01T08:00:00Z')

/** A blog whose server does as the test says. */
export type Site = {
  origin: string
  /** Numbers of the posts in the feed; post 5 was published five days before day 0. */
  feed: number[]
  /** Where a post lives now, relative to the blog: `/p/5/`, unless the blog changed its addresses. */
  addressOf(number: number): string
  /** Paths that answer something else than 200. */
  answers: Map<string, number>
  robots?: string
  /** The paths that were asked for since this was last emptied; robots.txt and the feed are not among them. */
  asked: string[]
  etag?: boolean
}

export type Story = {
  sites: Site[]
  memory: Memory
  /** One run so many days after the first; gives what came of it, and whether it changed a byte of the archive. */
  run(day: number, tools?: Partial<Tools>): Promise<{ outcomes: Outcome[]; changed: boolean }>
  /** The numbers of the posts that are kept of a blog. */
  kept(blog?: number): number[]
  post(number: number, blog?: number): Post | undefined
  close(): Promise<void>
}

/** Serves so many blogs, each on an address of its own, and pulls them into an archive of its own. `via`: their feeds come by a detour. */
export async function startStory(blogs: number, { via = false } = {}): Promise<Story> {
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-removal-'))
  const reader = createReader({ workers: 1 })
  const sites: Site[] = []
  const web = await listen((request, response) => {
    const site = sites[indexOf(request.headers.host)]
    const path = request.url ?? ''
    if (site === undefined) return response.writeHead(404).end()
    if (path === '/robots.txt') return response.writeHead(site.robots === undefined ? 404 : 200).end(site.robots)
    if (path !== '/feed') site.asked.push(path)
    const status = site.answers.get(path) ?? 200
    if (status !== 200) return response.writeHead(status).end('no')
    if (path !== '/feed') return response.end('<!doctype html><title>A page</title>')
    const body = rss(site)
    const tag = `"${body.length}-${site.feed.join()}"`
    if (site.etag) response.setHeader('etag', tag)
    if (site.etag && request.headers['if-none-match'] === tag) return response.writeHead(304).end()
    return response.end(body)
  })
  for (let index = 0; index < blogs; index++) {
    const origin = `http://${ipOf(index)}:${web.port}`
    sites.push({ origin, feed: [], addressOf: (number) => `/p/${number}/`, answers: new Map(), asked: [] })
  }
  const lines = sites.map(({ origin }, index) => {
    const address = via ? `feed: "${origin}/closed", via: "${origin}/feed"` : `feed: "${origin}/feed"`
    return `- {id: blog-${index}, title: Blog, site: "${origin}/", ${address}, kind: teacher, language: en, consent: {by: owner, date: 2026-06-01, how: test}}`
  })
  const file = parseFeedsFile(`planet: {title: T, contact: "mailto:a@example.org"}\nblogs:\n${lines.join('\n')}\n`)
  const archive = () => openArchive(join(folder, 'archive'))
  const posts = (blog: number): Post[] => archive().readPosts(`blog-${blog}`)
  const story: Story = {
    sites,
    memory: emptyMemory(),
    async run(day, tools = {}) {
      const now = new Date(START + day * DAY)
      const { memory } = story
      const fetcher = createFetcher({ userAgent: 'Staffroom/test', allowPrivate: true, now: () => now, memory })
      const before = await bytesOf(folder)
      try {
        const outcomes = await pull(file, {
          archive: archive(),
          fetcher,
          reader,
          content: join(folder, 'content'),
          now: now.toISOString(),
          sources: { look: fetcher.look, memory },
          ...tools,
        })
        return { outcomes, changed: before !== (await bytesOf(folder)) }
      } finally {
        await fetcher.close()
      }
    },
    kept: (blog = 0) =>
      posts(blog)
        .map(({ title }) => Number(title.split(' ').at(-1)))
        .sort((a, b) => a - b),
    post: (number, blog = 0) => posts(blog).find(({ title }) => title === `Post number ${number}`),
    async close() {
      await reader.close()
      await web.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return story
}

function rss({ origin, feed, addressOf }: Site): string {
  const item = (number: number): string => {
    const published = new Date(START - number * DAY).toUTCString()
    return `<item><title>Post number ${number}</title><link>${new URL(addressOf(number), origin).href}</link><guid isPermaLink="false">tag:${number}</guid><pubDate>${published}</pubDate><description>What happened on day ${number}.</description></item>`
  }
  return `<rss version="2.0"><channel><title>Blog</title><link>${origin}/</link>${feed.map(item).join('')}</channel></rss>`
}

/** Every file under a folder with its text, as one text. */
async function bytesOf(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const texts = await Promise.all(paths.sort().map(async (path) => `${path}\n${await readFile(path, 'utf8')}`))
  return texts.join('\n')
}
