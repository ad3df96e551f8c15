import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fetcher } from '../../../src/planet/fetch/fetcher.ts'
import { behaviours } from '../../web/behaviours/all.ts'
import { startWeb, type Web } from '../../web/web.ts'
import { nameOf, testFetcher } from './ask.ts'

describe('a server that', () => {
  let web: Web
  let fetcher: Fetcher
  beforeAll(async () => {
    web = await startWeb(behaviours)
    fetcher = testFetcher()
  })
  afterAll(async () => {
    await fetcher.close()
    await web.close()
  })

  it.each(Object.entries(behaviours))('%s', async (name, { expects }) => {
    expect(nameOf(await fetcher.fetch({ url: web.url(name) }))).toBe(expects)
  })

  it('misbehaves does not hold up the others', async () => {
    const all = testFetcher({ limits: { atOnce: 200, total: 5_000, robots: 2_500 } })
    const started = performance.now()
    const results = await Promise.all(web.names.map(async (name) => [name, nameOf(await all.fetch({ url: web.url(name) }))]))
    expect(Object.fromEntries(results)).toEqual(Object.fromEntries(Object.entries(behaviours).map(([n, b]) => [n, b.expects])))
    expect(performance.now() - started).toBeLessThan(15_000)
    await all.close()
  })
})
