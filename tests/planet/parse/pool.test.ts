import { afterEach, describe, expect, it } from 'vitest'
import { createReader, type Reader } from '../../../src/planet/parse/pool.ts'
import { ADDRESS, rssItem } from './support.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const source = { url: ADDRESS }
const small = rssItem('<title>One</title>')
const large = `<rss><channel>${'<item><title>x</title><description>&lt;p&gt;y</description></item>'.repeat(150_000)}</channel></rss>`

let reader: Reader | undefined
afterEach(async () => reader?.close())

describe('reading in threads', () => {
  it('reads many feeds, each with its own answer', async () => {
    reader = createReader({ workers: 2 })
    const titles = Array.from({ length: 50 }, (_, n) => `Post ${n}`)
    const results = await Promise.all(titles.map((title) => reader?.read(bytes(rssItem(`<title>${title}</title>`)), source)))
    expect(results.map((result) => result?.ok && result.feed.entries[0]?.title)).toEqual(titles)
  })
  it('says what is no feed', async () => {
    reader = createReader({ workers: 1 })
    expect(await reader.read(bytes(''), source)).toMatchObject({ ok: false, code: 'empty' })
  })
  it('stops at its deadline what takes too long, and reads on', async () => {
    reader = createReader({ workers: 1, deadlineMs: -5000 })
    const slow = reader.read(bytes(large), source)
    expect(await slow).toMatchObject({ ok: false, code: 'too-slow' })
    await reader.close()
    reader = createReader({ workers: 1 })
    expect(await reader.read(bytes(small), source)).toMatchObject({ ok: true })
  })
  it('reads what was at hand of a thread that had to be ended', async () => {
    reader = createReader({ workers: 1, deadlineMs: -4000 })
    // The time a document has grows with its size: so this one has plenty, and the one before it next to none.
    const padded = `${small}${' '.repeat(20_000_000)}`
    const [slow, next] = [reader.read(bytes(large), source), reader.read(bytes(padded), source)]
    expect(await slow).toMatchObject({ ok: false, code: 'too-slow' })
    expect(await next).toMatchObject({ ok: true })
  })
  it('answers what is under way when it is closed', async () => {
    reader = createReader({ workers: 1 })
    const pending = [reader.read(bytes(large), source), reader.read(bytes(small), source)]
    await reader.close()
    for (const result of await Promise.all(pending)) expect(result).toMatchObject({ ok: false, code: 'too-slow' })
    expect(await reader.read(bytes(small), source)).toMatchObject({ ok: false, code: 'too-slow' })
  })
})
