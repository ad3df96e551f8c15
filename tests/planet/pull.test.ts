import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Archive, openArchive } from '../../src/planet/archive/store.ts'
import { parseFeedsFile } from '../../src/planet/config/feeds-file.ts'
import { createFetcher } from '../../src/planet/fetch/fetcher.ts'
import { createReader, type Reader } from '../../src/planet/parse/pool.ts'
import { pull, type Tools } from '../../src/planet/pull.ts'

const NOW = '2026-11-20T07:00:00.000Z'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

let answers: Record<string, Answer>
let asked: IncomingMessage[]
let server: Server
let origin: string
let folder: string
let reader: Reader

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url !== '/robots.txt') asked.push(request)
    const answer = answers[request.url ?? '']
    if (answer) answer(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  reader = createReader()
})
afterAll(async () => {
  await reader.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
beforeEach(async () => {
  answers = {}
  asked = []
  folder = await mkdtemp(join(tmpdir(), 'staffroom-pull-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const item = (n: number): string =>
  `<item><title>Post ${n}</title><link>${origin}/p/${n}/</link><guid>${origin}/?p=${n}</guid><pubDate>Thu, ${10 + n} Nov 2026 10:00:00 GMT</pubDate><category>mates</category><description>Text ${n}.</description></item>`
const rss = (...items: string[]): string =>
  `<rss version="2.0"><channel><title>Blog</title><link>${origin}/</link>${items.join('')}</channel></rss>`

const feed =
  (body: string, headers: Record<string, string> = {}): Answer =>
  (request, response) => {
    const { etag } = headers
    if (etag !== undefined && request.headers['if-none-match'] === etag) response.writeHead(304).end()
    else response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers }).end(body)
  }

/** One run over blogs whose feeds are at these paths. */
async function run(paths: string[], options: Partial<Tools> & { fields?: string } = {}) {
  const { fields = '', now = NOW, ...tools } = options
  const lines = paths.map(
    (path, n) =>
      `- {id: blog-${n}, title: Blog ${n}, site: "${origin}/${n}/", feed: "${path.startsWith('content/') ? path : origin + path}", kind: teacher, language: es, consent: {by: owner, date: 2026-11-20, how: test}${fields}}`,
  )
  const file = parseFeedsFile(`planet: {title: T, contact: "mailto:a@example.org"}\nblogs:\n${lines.join('\n')}\n`)
  const fetcher = createFetcher({ userAgent: 'Staffroom/test', allowPrivate: true, now: () => new Date(now) })
  try {
    const archive = openArchive(join(folder, 'archive'))
    return { outcomes: await pull(file, { archive, fetcher, reader, content: join(folder, 'content'), now, ...tools }), archive }
  } finally {
    await fetcher.close()
  }
}

const titles = (archive: Archive, blog = 'blog-0'): string[] | undefined => archive.readPosts(blog).map(({ title }) => title)

/** Every file of the archive with its text. */
async function files(): Promise<Record<string, string>> {
  const names = await readdir(join(folder, 'archive'), { recursive: true, withFileTypes: true })
  const paths = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    await Promise.all(paths.map(async (path): Promise<[string, string]> => [path, await readFile(path, 'utf8')])),
  )
}

describe('a run over the feeds', () => {
  it('keeps what is new, and says so', async () => {
    answers['/feed'] = feed(rss(item(1), item(2)))
    const { outcomes, archive } = await run(['/feed'])
    expect(outcomes).toEqual([{ blog: 'blog-0', kind: 'read', posts: 2, added: 2, edited: 0 }])
    expect(titles(archive)).toEqual(['Post 1', 'Post 2'])
  })

  it('changes no byte when there is no news, with validators or without', async () => {
    answers['/a'] = feed(rss(item(1)), { etag: '"one"' })
    answers['/b'] = feed(rss(item(2)))
    await run(['/a', '/b'])
    const before = await files()
    const { outcomes } = await run(['/a', '/b'], { now: '2026-11-20T10:00:00.000Z' })
    expect(outcomes.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged'])
    expect(await files()).toEqual(before)
    expect(asked.at(-2)?.headers['if-none-match'] ?? asked.at(-1)?.headers['if-none-match']).toBe('"one"')
  })

  it('keeps what was kept while a feed fails, tells since when and why, and forgets the failure afterwards', async () => {
    answers['/feed'] = feed(rss(item(1)))
    await run(['/feed'])
    answers['/feed'] = (_, response) => void response.writeHead(503).end()
    const failed = await run(['/feed'], { now: '2026-11-21T07:00:00.000Z' })
    expect(failed.outcomes[0]).toMatchObject({ kind: 'failed', code: 'server-error' })
    expect(titles(failed.archive)).toEqual(['Post 1'])
    expect(failed.archive.readState('blog-0')).toMatchObject({
      state: 'failing',
      since: '2026-11-21T07:00:00.000Z',
      code: 'server-error',
    })
    answers['/feed'] = feed(rss(item(1), item(2)))
    const well = await run(['/feed'], { now: '2026-11-23T07:00:00.000Z' })
    expect(well.archive.readState('blog-0')).toEqual({ state: 'active', since: '2026-11-23T07:00:00.000Z' })
  })

  it('names a page that is no feed, and does not keep its validators', async () => {
    answers['/feed'] = feed(
      '<!doctype html><html><head><title>Home</title><link rel="alternate" type="application/rss+xml" href="/rss"></head><body>Hello</body></html>',
      { etag: '"page"' },
    )
    const { outcomes } = await run(['/feed'])
    expect(outcomes[0]).toMatchObject({ kind: 'failed', code: 'web-page', detail: expect.stringContaining(`${origin}/rss`) })
    await run(['/feed'], { now: '2026-11-22T07:00:00.000Z' })
    expect(asked.at(-1)?.headers['if-none-match']).toBeUndefined()
  })

  it('lets one bad feed cost only itself, in the order of feeds.yaml', async () => {
    answers['/good'] = feed(rss(item(1)))
    answers['/gone'] = (_, response) => void response.writeHead(410).end()
    const { outcomes } = await run(['/nowhere', '/good', '/gone', 'content/missing.xml'])
    expect(outcomes.map(({ kind, code }) => [kind, code])).toEqual([
      ['failed', 'not-found'],
      ['read', undefined],
      ['gone', 'gone'],
      ['failed', 'file-missing'],
    ])
  })

  it('reads feeds that are kept under content/, with links that stand on the site', async () => {
    await mkdir(join(folder, 'content'))
    await writeFile(
      join(folder, 'content', 'a.xml'),
      '<rss version="2.0"><channel><item><title>Local</title><link>/local/</link></item></channel></rss>',
    )
    const { archive } = await run(['content/a.xml'])
    expect(archive.readPosts('blog-0')[0]).toMatchObject({ title: 'Local', url: `${origin}/local/` })
  })

  it('takes only what carries one of the tags that a blog offers', async () => {
    answers['/feed'] = feed(rss(item(1), item(2).replace('mates', 'cuina')))
    const { archive, outcomes } = await run(['/feed'], { fields: ', only: [Mates]' })
    expect(titles(archive)).toEqual(['Post 1'])
    expect(outcomes[0]?.added).toBe(1)
  })

  it('leaves paused blogs and blogs that left alone', async () => {
    expect((await run(['/feed'], { fields: ', status: paused' })).outcomes).toEqual([])
    expect(asked).toEqual([])
  })

  it('writes nothing on a dry run', async () => {
    answers['/feed'] = feed(rss(item(1)))
    const { outcomes } = await run(['/feed'], { dryRun: true })
    expect(outcomes[0]?.added).toBe(1)
    await expect(files()).rejects.toThrow(/ENOENT/)
  })

  it('asks one blog alone when told to', async () => {
    answers['/a'] = feed(rss(item(1)))
    answers['/b'] = feed(rss(item(2)))
    const { outcomes } = await run(['/a', '/b'], { only: 'blog-1' })
    expect(outcomes.map(({ blog }) => blog)).toEqual(['blog-1'])
  })

  it('ends with the error of the disk where it is full, keeps what others brought, and goes on when there is room', async () => {
    answers['/a'] = feed(rss(item(1)))
    answers['/b'] = feed(rss(item(2)))
    await mkdir(join(folder, 'archive', 'blog-0'), { recursive: true })
    // Whatever is written to this device meets a full disk.
    await symlink('/dev/full', join(folder, 'archive', 'blog-0', `.posts.ndjson.${process.pid}.tmp`))
    await expect(run(['/a', '/b'])).rejects.toThrow(/ENOSPC/)
    const { archive } = await run(['/a', '/b'])
    expect(titles(archive)).toEqual(['Post 1'])
    expect(titles(archive, 'blog-1')).toEqual(['Post 2'])
  })
})
