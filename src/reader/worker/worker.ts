/** What the worker is given by the browser, as far as it uses it; the types of pages and of workers do not go together. */
export type WorkerScope = {
  addEventListener(type: 'install' | 'activate', listen: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listen: (event: Asked) => void): void
  addEventListener(type: 'message', listen: (event: Lasting & { data: string[] }) => void): void
  registration: { scope: string }
  caches: CacheStorage
  fetch(request: Request | string): Promise<Response>
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}
type Lasting = { waitUntil(work: Promise<unknown>): void }
type Asked = Lasting & { request: Pick<Request, 'url' | 'method' | 'mode'>; respondWith(answer: Promise<Response>): void }

/**
 * The service worker, whole: `/sw.js` is the text of this function, so it must not use anything from outside of it.
 *
 * A page comes from the net; from the cache when the net takes longer than `patience` (ms) or is not there. A page is kept with the
 * styles and scripts it names, whose names change with what is in them: they come from the cache. The newest `most` pages are kept.
 * What belongs to no kept page goes. An answer never waits for the cache and never fails with it.
 */
export function worker(self: WorkerScope, most: number, patience: number): void {
  const { scope } = self.registration
  const ours = `staffroom ${scope}`
  const name = `${ours} 1`
  const isAsset = (url: string): boolean => url.startsWith(`${scope}_astro/`)
  const isPage = (url: string): boolean =>
    url.startsWith(scope) && url.endsWith('/') && !url.startsWith(`${scope}pagefind/`) && !isAsset(url)
  const bare = (url: string): string => url.replace(/[?#].*/, '')
  const assetsOf = (html: string): string[] =>
    [...html.matchAll(/(?:href|src)="([^"]*\/_astro\/[^"]+)"/g)].map(([, path = '']) => new URL(path, scope).href)

  /** Full, or closed by the browser: then this is not kept, and nobody is the worse for it. */
  const quietly = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined)

  /** Keeps a page after what it needs to be shown, so that no page is there without its style. */
  async function keep(url: string, response: Response): Promise<void> {
    if (!response.ok || response.redirected) return
    const cache = await self.caches.open(name)
    const copy = response.clone()
    const missing: string[] = []
    for (const asset of assetsOf(await response.text())) if (!(await cache.match(asset))) missing.push(asset)
    await cache.addAll(missing)
    await cache.put(url, copy)
    await tidy(cache, missing.length > 0)
  }

  async function tidy(cache: Cache, swept: boolean): Promise<void> {
    const kept = (await cache.keys()).map(({ url }) => url)
    const pages = kept.filter(isPage)
    const old = pages.slice(0, Math.max(0, pages.length - most))
    await Promise.all(old.map((url) => cache.delete(url)))
    if (!swept && old.length === 0) return
    const needed = new Set<string>()
    for (const url of pages.slice(old.length))
      for (const asset of assetsOf((await (await cache.match(url))?.text()) ?? '')) needed.add(asset)
    await Promise.all(kept.filter((url) => isAsset(url) && !needed.has(url)).map((url) => cache.delete(url)))
  }

  async function asset(url: string): Promise<Response> {
    const kept = await found(url)
    return kept ?? self.fetch(url)
  }

  async function found(url: string): Promise<Response | undefined> {
    try {
      return await (await self.caches.open(name)).match(url)
    } catch {
      return undefined // As if nothing had been kept.
    }
  }

  function page({ request, waitUntil }: { request: Asked['request']; waitUntil: Lasting['waitUntil'] }): Promise<Response> {
    const url = bare(request.url)
    const net = self.fetch(request as Request)
    waitUntil(quietly(net.then((response) => keep(url, response.clone()))))
    const slow = new Promise<undefined>((done) => setTimeout(done, patience))
    return Promise.race([net, slow])
      .then(async (response) => response ?? (await found(url)) ?? net)
      .catch(async () => (await found(url)) ?? (await instead(url)) ?? Response.error())
  }

  /** The page of what is saved, in the language of the page that cannot be had; it says what has happened. */
  async function instead(url: string): Promise<Response | undefined> {
    try {
      const kept = await (await self.caches.open(name)).keys()
      const [nearest] = kept
        .map((request) => request.url)
        .filter((own) => own.endsWith('/saved/') && url.startsWith(own.slice(0, -'saved/'.length)))
        .sort((a, b) => b.length - a.length)
      return nearest === undefined ? undefined : Response.redirect(`${nearest}#offline`)
    } catch {
      return undefined
    }
  }

  self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))

  self.addEventListener('activate', (event) =>
    event.waitUntil(
      quietly(
        self.caches
          .keys()
          .then((all) =>
            Promise.all(all.filter((one) => one.startsWith(`${ours} `) && one !== name).map((one) => self.caches.delete(one))),
          )
          .then(() => self.clients.claim()),
      ),
    ),
  )

  self.addEventListener('fetch', (event) => {
    const { method, mode, url } = event.request
    if (method !== 'GET') return
    if (isAsset(url)) event.respondWith(asset(url))
    else if (mode === 'navigate' && isPage(bare(url))) {
      event.respondWith(page({ request: event.request, waitUntil: (work) => event.waitUntil(work) }))
    }
  })

  // A page tells which pages its reader would miss.
  self.addEventListener('message', (event) => {
    const wanted = async () => {
      for (const url of new Set(event.data.map(bare).filter(isPage))) {
        if (!(await found(url))) await quietly(self.fetch(url).then((response) => keep(url, response)))
      }
    }
    event.waitUntil(wanted())
  })
}
