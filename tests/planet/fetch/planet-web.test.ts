import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFeedsFile } from '../../../src/planet/config/feeds-file.ts'
import type { FetchRequest } from '../../../src/planet/fetch/result.ts'
import { listen } from '../../web/loopback.ts'
import { type PlanetWeb, startPlanetWeb } from '../../web/planet-web.ts'
import { NOW, nameOf, testFetcher } from './ask.ts'

describe('a whole web of blogs', () => {
  let web: PlanetWeb
  beforeEach(async () => {
    web = await startPlanetWeb({ blogs: 40, posts: 5, now: NOW })
  })
  afterEach(() => web.close())

  it('is read once, moves no body while it has no news, and one where it has', async () => {
    const fetcher = testFetcher()
    const requests: FetchRequest[] = Array.from({ length: 40 }, (_, blog) => ({ url: web.feed(blog) }))
    const round = (): Promise<string[]> =>
      Promise.all(
        requests.map(async (request) => {
          const result = await fetcher.fetch(request)
          if (result.kind === 'fresh') request.validators = result.validators
          return nameOf(result)
        }),
      )
    expect(new Set(await round())).toEqual(new Set(['fresh']))
    const { bytes } = web.counts
    expect(new Set(await round())).toEqual(new Set(['unchanged']))
    expect(web.counts).toMatchObject({ bytes, whole: 40, unchanged: 40, robots: 40 })
    web.publish(7)
    expect((await round()).flatMap((name, blog) => (name === 'fresh' ? [blog] : []))).toEqual([7])
    await fetcher.close()
  })

  it('comes with a planet of one-line entries', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'staffroom-web-'))
    await web.writeFolder(folder)
    const { blogs } = await readFeedsFile(folder)
    expect(blogs.map(({ feed }) => feed)).toEqual(Array.from({ length: 40 }, (_, blog) => web.feed(blog)))
    expect(await readFile(join(folder, 'feeds.yaml'), 'utf8')).toContain(
      `- {id: b1, title: "Blog 1", site: "http://127.0.1.1:${web.port}/", feed: "http://127.0.1.1:${web.port}/feed.xml", kind: teacher, ` +
        'language: es, show: excerpt, consent: {by: owner, date: 2026-11-21, how: test}, status: active}',
    )
    await rm(folder, { recursive: true })
  })
})

describe('a host with many feeds', () => {
  it('is never asked for more than two at a time', async () => {
    let inside = 0
    let most = 0
    const web = await listen((request, response) => {
      if (request.url === '/robots.txt') return response.writeHead(404).end()
      most = Math.max(most, ++inside)
      // Answers a few turns later, so that all who would come are there.
      let turns = 20
      const wait = (): void => {
        if (turns-- > 0) return void setImmediate(wait)
        inside--
        response.end('<rss/>')
      }
      return wait()
    })
    const fetcher = testFetcher()
    await Promise.all(Array.from({ length: 12 }, (_, feed) => fetcher.fetch({ url: `http://127.0.1.1:${web.port}/${feed}.xml` })))
    expect(most).toBe(2)
    await fetcher.close()
    await web.close()
  })
})
