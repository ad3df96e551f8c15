import { describe, expect, it } from 'vitest'
import { isSameBody, type Lesson } from '../../../src/planet/fetch/learn.ts'
import type { FetchResult } from '../../../src/planet/fetch/result.ts'
import { type HttpState, learn, movedFor, planRequest, readHttpState } from '../../../src/planet/fetch/state.ts'

const URL_ = 'https://blog.example.org/feed/'
const START = Date.parse('2026-11-02T08:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A moment so many milliseconds after the first run. */
const at = (ms: number): string => new Date(START + ms).toISOString()

const fresh = (extra: Partial<Extract<FetchResult, { kind: 'fresh' }>> = {}): FetchResult => ({
  kind: 'fresh',
  bytes: Buffer.from('<rss/>'),
  finalUrl: URL_,
  validators: { etag: '"one"' },
  ...extra,
})
const failed: FetchResult = { kind: 'failed', code: 'server-error', detail: 'HTTP 500' }

const plan = (state: HttpState, ms: number, options: { blog?: string; byHand?: boolean; url?: string } = {}) =>
  planRequest(state, { blog: 'b1', url: URL_, now: at(ms), ...options })

/** What is known after several questions, each at its own moment. */
const after = (...lessons: [result: Lesson, ms: number][]): HttpState =>
  lessons.reduce<HttpState>((state, [result, ms]) => learn(state, { blog: 'b1', url: URL_, result, now: at(ms) }), {})

describe('a blog that was never asked', () => {
  it('is asked without conditions', () => {
    expect(plan({}, 0)).toEqual({ kind: 'ask', request: { url: URL_ } })
  })
})

describe('a blog that was read', () => {
  const state = after([fresh({ finalUrl: 'https://cdn.example.org/feed' }), 0])

  it('is asked a minute later whether anything is new', () => {
    expect(plan(state, 60_000)).toEqual({
      kind: 'ask',
      request: { url: URL_, validators: { etag: '"one"' }, validatorsOf: 'https://cdn.example.org/feed', mayRest: true },
    })
  })

  it('leaves no trace of the clock: unchanged, or the same again, is the same state', () => {
    const unchanged: FetchResult = { kind: 'unchanged', notBefore: at(30 * HOUR) }
    expect(learn(state, { blog: 'b1', url: URL_, result: unchanged, now: at(DAY) })).toBe(state)
    const again = fresh({ finalUrl: 'https://cdn.example.org/feed', notBefore: at(30 * HOUR) })
    expect(learn(state, { blog: 'b1', url: URL_, result: again, now: at(DAY) })).toBe(state)
    expect(learn(state, { blog: 'b1', url: URL_, result: { kind: 'wait', until: at(DAY) }, now: at(0) })).toBe(state)
  })

  it('has its new validators kept with a new body', () => {
    const next = learn(state, { blog: 'b1', url: URL_, result: fresh({ validators: { etag: '"two"' } }), now: at(HOUR) })
    expect(next).toMatchObject({ validators: { etag: '"two"' }, validatorsOf: URL_ })
  })

  it('keeps the validators of a body that could be read when one cannot', () => {
    expect(after([fresh(), 0], [{ kind: 'unread' }, HOUR])).toMatchObject({
      validators: { etag: '"one"' },
      failures: { count: 1 },
    })
  })

  it('is known by its body', () => {
    expect([isSameBody(state, Buffer.from('<rss/>')), isSameBody(state, Buffer.from('<rss> </rss>'))]).toEqual([true, false])
  })

  it('is a stranger at another address', () => {
    const url = 'https://blog.example.org/new-feed/'
    expect(plan(state, HOUR, { url })).toEqual({ kind: 'ask', request: { url } })
    expect(learn(state, { blog: 'b1', url, result: failed, now: at(HOUR) })).not.toHaveProperty('validators')
  })
})

describe('the whole feed', () => {
  const state = after([fresh(), 0])
  const conditional = (blog: string, days: number): boolean => {
    const planned = plan(state, days * DAY, { blog })
    return planned.kind === 'ask' && planned.request.validators !== undefined
  }
  const blogs = Array.from({ length: 40 }, (_, index) => `blog-${index}`)

  it('is not asked for again in the days after', () => {
    expect(blogs.filter((blog) => !conditional(blog, 4))).toEqual([])
  })

  it('is asked for again after eight days, whatever the server says of changes', () => {
    expect(blogs.filter((blog) => conditional(blog, 8))).toEqual([])
  })

  it('is asked of each blog on a day of its own', () => {
    const perDay = [5, 6, 7, 8].map((day) => blogs.filter((blog) => !conditional(blog, day) && conditional(blog, day - 1)).length)
    expect(Math.min(...perDay)).toBeGreaterThan(3)
  })

  it('counts its days anew when it came', () => {
    const again = learn(state, { blog: 'b1', url: URL_, result: fresh(), now: at(8 * DAY) })
    expect(again.wholeOn).toBe(at(8 * DAY).slice(0, 10))
  })
})

describe('what a server asks for', () => {
  it('in Cache-Control is kept, but not against somebody who asks by hand', () => {
    const state = after([fresh({ notBefore: at(HOUR) }), 0])
    expect(plan(state, HOUR / 2)).toEqual({ kind: 'wait', until: at(HOUR) })
    expect(plan(state, HOUR / 2, { byHand: true })).toMatchObject({
      kind: 'ask',
      request: expect.not.objectContaining({ mayRest: true }),
    })
    expect(plan(state, HOUR)).toMatchObject({ kind: 'ask' })
  })

  it('in Retry-After is kept even then', () => {
    const state = after([{ kind: 'failed', code: 'rate-limited', detail: 'HTTP 429', retryAfter: at(HOUR) }, 0])
    expect(plan(state, HOUR / 2, { byHand: true })).toEqual({ kind: 'wait', until: at(HOUR) })
  })

  it('in Retry-After is forgotten when it answers again', () => {
    const busy: FetchResult = { kind: 'failed', code: 'rate-limited', detail: 'HTTP 429', retryAfter: at(HOUR) }
    expect(after([fresh(), 0], [busy, 0], [{ kind: 'unchanged' }, 2 * HOUR])).toEqual(after([fresh(), 0]))
  })

  it('by a schedule in the feed holds from the first reading on', () => {
    const lesson = { blog: 'b1', url: URL_, result: fresh(), now: at(0), schedule: { everyMinutes: 90, skipHours: [11] } }
    const state = learn({}, lesson)
    expect(plan(state, 60_000)).toEqual({ kind: 'wait', until: at(1.5 * HOUR) })
    expect(plan(state, 2 * HOUR)).toMatchObject({ kind: 'ask', request: { everyMinutes: 90 } })
    expect(plan(state, 3 * HOUR + 60_000)).toEqual({ kind: 'wait', until: at(4 * HOUR) })
    expect(plan(state, 3 * HOUR + 60_000, { byHand: true })).toMatchObject({ kind: 'ask' })
  })
})

describe('a blog that fails', () => {
  it('is tried again in the very next run', () => {
    expect(plan(after([failed, 0]), 60_000)).toMatchObject({ kind: 'ask' })
  })

  it('is left alone for longer and longer, at most a day', () => {
    const waits = [2, 3, 4, 5, 6, 7, 8, 20].map((times) => {
      const planned = plan(after(...Array.from({ length: times }, (): [Lesson, number] => [failed, 0])), 0)
      return planned.kind === 'wait' ? (Date.parse(planned.until) - START) / HOUR : 0
    })
    expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24, 24])
  })

  it('remembers since when, and forgets it with the first success', () => {
    expect(after([failed, 0], [failed, HOUR], [failed, 9 * HOUR]).failures).toMatchObject({ count: 3, since: at(0) })
    expect(after([failed, 0], [failed, HOUR], [fresh(), 9 * HOUR])).not.toHaveProperty('failures')
  })

  it('is asked whenever somebody asks by hand', () => {
    expect(plan(after([failed, 0], [failed, 0], [failed, 0]), 0, { byHand: true })).toMatchObject({ kind: 'ask' })
  })

  it('without any part of its server in it is not made to wait, and not written again', () => {
    const robots: FetchResult = { kind: 'failed', code: 'robots', detail: 'blog.example.org' }
    const state = after([robots, 0], [robots, HOUR])
    expect(plan(state, HOUR)).toMatchObject({ kind: 'ask' })
    expect(learn(state, { blog: 'b1', url: URL_, result: robots, now: at(2 * HOUR) })).toBe(state)
  })

  it('because it is gone is asked as seldom as any other', () => {
    const gone: Lesson = { kind: 'gone', detail: 'HTTP 410' }
    expect(plan(after([gone, 0], [gone, 0]), 60_000)).toMatchObject({ kind: 'wait' })
  })
})

describe('an address that redirects for good', () => {
  const to = (movedTo: string): FetchResult => fresh({ finalUrl: movedTo, movedTo })
  const there = 'https://new.example.org/feed/'

  it('is believed after three days on which it did so', () => {
    expect(movedFor(after([to(there), 0], [to(there), HOUR], [to(there), DAY]))).toBeUndefined()
    expect(movedFor(after([to(there), 0], [{ kind: 'unchanged', movedTo: there }, DAY], [to(there), 2 * DAY]))).toBe(there)
  })

  it('is not written on any day after that', () => {
    const state = after([to(there), 0], [to(there), DAY], [to(there), 2 * DAY])
    const unchanged: FetchResult = { kind: 'unchanged', movedTo: there }
    expect(learn(state, { blog: 'b1', url: URL_, result: unchanged, now: at(3 * DAY) })).toBe(state)
  })

  it('begins anew when it leads elsewhere, or no longer', () => {
    expect(after([to(there), 0], [to(there), DAY], [to('https://third.example.org/'), 2 * DAY]).moved?.days).toHaveLength(1)
    expect(after([to(there), 0], [fresh(), DAY])).not.toHaveProperty('moved')
  })
})

describe('a kept state', () => {
  it('is read as it was written', () => {
    const state = after([fresh({ movedTo: 'https://new.example.org/' }), 0], [failed, HOUR], [failed, HOUR])
    expect(readHttpState(JSON.stringify(state))).toEqual(state)
  })

  it.each([undefined, '', '{"validators": 1}', '[]', 'no json'])('that is %j is an empty one', (text) => {
    expect(readHttpState(text)).toEqual({})
  })
})
