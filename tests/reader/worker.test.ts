import { beforeEach, describe, expect, it } from 'vitest'
import { type WorkerScope, worker } from '../../src/reader/worker/worker.ts'

const HOME = 'https://planet.example/p/'
const STYLE = `${HOME}_astro/site.1.css`

/** A browser's caches, as far as the worker uses them. `closed` makes every write fail. */
class Boxes {
  closed = false
  boxes = new Map<string, Map<string, Response>>()

  keys = async () => [...this.boxes.keys()]
  delete = async (name: string) => this.boxes.delete(name)
  open = async (name: string) => {
    const box = this.boxes.get(name) ?? new Map<string, Response>()
    this.boxes.set(name, box)
    const put = async (url: string, response: Response) => {
      if (this.closed) throw new Error('QuotaExceededError')
      box.delete(url)
      box.set(url, response)
    }
    return {
      match: async (url: string) => box.get(url)?.clone(),
      keys: async () => [...box.keys()].map((url) => ({ url })),
      delete: async (url: string) => box.delete(url),
      put,
      addAll: async (urls: string[]) => {
        for (const url of urls) await put(url, await net(url))
      },
    }
  }

  /** All addresses that are kept. */
  kept = () => [...this.boxes.values()].flatMap((box) => [...box.keys()])
}

let caches: Boxes
let listeners: Map<string, (event: object) => void>
/** What the net answers: a text, nothing (it is down), nothing for ever, or its text later than the worker has patience for. */
let answers: (url: string) => string | undefined | 'slow' | 'late' | Response
let asked: string[]

async function net(request: string | { url: string }): Promise<Response> {
  const url = typeof request === 'string' ? request : request.url
  asked.push(url)
  const answer = answers(url)
  if (answer === 'slow') return new Promise(() => {})
  if (answer === 'late') await new Promise((done) => setTimeout(done, 20))
  if (answer === undefined) throw new TypeError('Failed to fetch')
  return answer instanceof Response ? answer : new Response(answer)
}

const page = (text: string, style = '1') => `<link rel="stylesheet" href="/p/_astro/site.${style}.css"><p>${text}`

/** Wakes the worker with an event and waits for all its work; gives its answer, undefined where it leaves it to the browser. */
async function wake(type: string, event: object = {}): Promise<Response | undefined> {
  const work: Promise<unknown>[] = []
  let answer: Promise<Response> | undefined
  listeners.get(type)?.({
    ...event,
    waitUntil: (more: Promise<unknown>) => work.push(more),
    respondWith: (given: Promise<Response>) => {
      answer = given
    },
  })
  const given = await answer
  if (answers('') !== 'slow') await Promise.all(work)
  return given
}

const visit = (path: string, mode = 'navigate') => wake('fetch', { request: { url: HOME + path, method: 'GET', mode } })
const text = async (answer: Promise<Response | undefined>) => (await answer)?.text()

/** A new worker over the same caches, as one that was woken again. */
function start(most = 40, patience = 5) {
  listeners = new Map()
  const scope = {
    addEventListener: (type: string, listen: (event: object) => void) => listeners.set(type, listen),
    registration: { scope: HOME },
    caches,
    fetch: net,
    skipWaiting: async () => {},
    clients: { claim: async () => {} },
  }
  worker(scope as unknown as WorkerScope, most, patience)
}

beforeEach(() => {
  caches = new Boxes()
  asked = []
  answers = (url) => (url.endsWith('.css') ? 'css' : page(url))
  start()
})

describe('a page', () => {
  it('comes from the net, and is kept with its style', async () => {
    expect(await text(visit('topics/art/?x=1#y'))).toContain('topics/art')
    expect(caches.kept().sort()).toEqual([STYLE, `${HOME}topics/art/`])
    answers = () => page('newer')
    expect(await text(visit('topics/art/'))).toContain('newer')
  })

  it('comes from the cache when the net is down or slow', async () => {
    await visit('')
    answers = () => undefined
    expect(await text(visit(''))).toContain(HOME)
    answers = () => 'slow'
    expect(await text(visit(''))).toContain(HOME)
  })

  it('is waited for, however long, where nothing is kept', async () => {
    answers = (url) => (url === HOME ? 'late' : 'css')
    start(40, 1)
    expect(await text(visit(''))).toContain('late')
  })

  it('that is not there leads to the saved posts of its language', async () => {
    await visit('saved/')
    await visit('ru/saved/')
    answers = () => undefined
    expect((await visit('ru/topics/art/'))?.headers.get('location')).toBe(`${HOME}ru/saved/#offline`)
    expect((await visit('topics/art/'))?.headers.get('location')).toBe(`${HOME}saved/#offline`)
  })

  it('is answered though nothing can be kept', async () => {
    caches.closed = true
    expect(await text(visit(''))).toContain(HOME)
    expect(caches.kept()).toEqual([])
  })

  it('is not kept without its style', async () => {
    answers = (url) => (url.endsWith('.css') ? undefined : page(url))
    expect(await text(visit(''))).toContain(HOME)
    expect(caches.kept()).toEqual([])
  })

  it('that says that it is missing is shown, not kept', async () => {
    answers = () => new Response('nothing hangs here', { status: 404 })
    expect(await text(visit('nowhere/'))).toBe('nothing hangs here')
    expect(caches.kept()).toEqual([])
  })
})

describe('what is kept', () => {
  it('is bounded: the oldest pages go', async () => {
    start(3)
    for (const path of ['a/', 'b/', 'c/', 'a/', 'd/']) await visit(path)
    expect(caches.kept().filter((url) => url.endsWith('/'))).toEqual([`${HOME}c/`, `${HOME}a/`, `${HOME}d/`])
  })

  it('loses the styles of old builds once no kept page needs them', async () => {
    await visit('a/')
    await visit('b/')
    answers = (url) => (url.endsWith('.css') ? 'css' : page(url, '2'))
    await visit('a/')
    expect(caches.kept()).toContain(STYLE)
    await visit('b/')
    answers = (url) => (url.endsWith('.css') ? 'css' : page(url, '3'))
    await visit('c/')
    expect(caches.kept()).not.toContain(STYLE)
    expect(caches.kept()).toContain(`${HOME}_astro/site.2.css`)
  })

  it('of an older worker is thrown away, of another planet left alone', async () => {
    for (const name of [`staffroom ${HOME} 0`, 'staffroom https://planet.example/other/ 0', 'else']) await caches.open(name)
    await visit('')
    await wake('activate')
    expect(await caches.keys()).toEqual(['staffroom https://planet.example/other/ 0', 'else', `staffroom ${HOME} 1`])
  })

  it('begins with what a page tells that its reader would miss, once', async () => {
    const wanted = { data: [HOME, `${HOME}saved/`, `${HOME}saved/#own`, 'https://elsewhere.example/', `${HOME}pagefind/x/`] }
    await wake('message', wanted)
    expect(caches.kept().sort()).toEqual([HOME, STYLE, `${HOME}saved/`])
    asked = []
    await wake('message', wanted)
    expect(asked).toEqual([])
  })
})

describe('styles and scripts', () => {
  it('come from the cache, else from the net', async () => {
    await visit('')
    asked = []
    expect(await text(visit('_astro/site.1.css', 'no-cors'))).toBe('css')
    expect(asked).toEqual([])
    expect(await text(visit('_astro/other.css', 'no-cors'))).toBe('css')
    expect(asked).toEqual([`${HOME}_astro/other.css`])
  })
})

describe('left to the browser', () => {
  it.each(['pagefind/pagefind.js', 'rss.xml', 'icon.svg', 'pagefind/'])('%s', async (path) => {
    expect(await visit(path)).toBeUndefined()
    expect(await visit(path, 'no-cors')).toBeUndefined()
  })

  it('what is sent', async () => {
    expect(await wake('fetch', { request: { url: HOME, method: 'POST', mode: 'navigate' } })).toBeUndefined()
  })
})

it('the text of the function is a whole script', () => {
  const listened: string[] = []
  const scope = { registration: { scope: HOME }, addEventListener: (type: string) => listened.push(type) }
  new Function('self', `(${worker})(self, 1, 1)`)(scope)
  expect(listened.sort()).toEqual(['activate', 'fetch', 'install', 'message'])
})
