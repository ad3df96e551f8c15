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
})
