import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFeedsFile } from '../../src/planet/config/feeds-file.ts'
import { readTopics } from '../../src/planet/config/topics.ts'
import { readFeed } from '../../src/planet/parse/read.ts'

const root = join(import.meta.dirname, '../..')
const topics = await readTopics(join(root, 'content/topics.yaml'))
const { planet, blogs } = await readFeedsFile(root)
const now = planet.now ?? ''

const read = async (file: string) => {
  const result = await readFeed(await readFile(join(root, file)), { url: `https://sample.example.org/${file}` })
  if (!result.ok) throw new Error(`${file}: ${result.code} ${result.detail}`)
  return result.feed
}

const SAMPLE = /\bsample\b|\bmuestra\b|\bmostra\b|\bamostra\b|lagin|пример|نموذجية/i
const RESERVED = /^https:\/\/(?:[a-z0-9-]+\.)?example\.(?:org|com|net)\//

describe.each(blogs)('the sample blog $id', ({ id, feed: file, site, language, description = '' }) => {
  it('says of itself that it is a sample, in feeds.yaml and in its feed', async () => {
    expect(description).toMatch(SAMPLE)
    expect((await read(file)).description).toMatch(SAMPLE)
  })

  it('has at least eight posts, two of them in the last month, and none in the future', async () => {
    const dates = (await read(file)).entries.map(({ published = '' }) => published)
    expect(dates.length).toBeGreaterThanOrEqual(8)
    expect(
      dates.filter((date) => date > new Date(Date.parse(now) - 30 * 86_400_000).toISOString()).length,
    ).toBeGreaterThanOrEqual(2)
    expect(dates.filter((date) => date === '' || date > now)).toEqual([])
  })

  it('leads only to addresses that belong to nobody', async () => {
    const { entries } = await read(file)
    const addresses = entries.flatMap(({ url = '', html = '', enclosures }) => [
      url,
      ...[...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address = '']) => address),
      ...enclosures.map((enclosure) => enclosure.url),
    ])
    expect([site, ...addresses].filter((address) => !RESERVED.test(address))).toEqual([])
  })

  it('is tagged in words that lead to topics', async () => {
    const { entries } = await read(file)
    const without = entries.filter(({ tags }) => tags.flatMap((tag) => topics.resolve(tag, language)).length === 0)
    expect(without.length, `${id}: posts without a topic`).toBeLessThanOrEqual(1)
  })
})

it('the sample blogs link to posts of each other that are there', async () => {
  const feeds = await Promise.all(blogs.map(async (blog) => ({ blog, feed: await read(blog.feed) })))
  const posts = new Set(feeds.flatMap(({ feed }) => feed.entries.map(({ url = '' }) => url)))
  const sites = blogs.map(({ site }) => site)
  const cited = feeds.flatMap(({ blog, feed }) =>
    feed.entries
      .flatMap(({ html = '' }) => [...html.matchAll(/href="([^"]+)"/g)].map(([, address = '']) => address))
      .filter((address) => !address.startsWith(blog.site) && sites.some((site) => address.startsWith(site) && address !== site)),
  )
  expect(cited.length).toBeGreaterThan(5)
  expect(cited.filter((address) => !posts.has(address))).toEqual([])
})
