import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtSite, filesOf, home, pages, textOf } from './site.ts'

const file = (address: string) => (address === '' || address.endsWith('/') ? `${address}index.html` : address)
const entities = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&quot;', '"')

/** Addresses of a page or feed that lead into the site, from its root: `topics/#x`. */
function inward(text: string, from: string): string[] {
  const urls = [
    ...text.matchAll(/\s(?:href|src|action|url|xmlUrl|htmlUrl)="([^"]*)"/g),
    ...text.matchAll(/<(?:link|loc|guid|id|uri|comments)>([^<]*)</g),
  ]
  return urls
    .map(([, url = '']) => entities(url))
    .filter((url) => url !== '' && !/^(?:mailto:|data:|tag:|urn:)/.test(url) && URL.canParse(url, home + from))
    .map((url) => new URL(url, home + from))
    .filter(({ origin }) => origin === new URL(home).origin)
    .map(({ pathname, hash }) => decodeURIComponent(pathname + hash))
}

/** What is wrong with an address inside the site, given the ids of the pages; undefined where it leads somewhere. */
async function broken(path: string, ids: (page: string) => Promise<Set<string>>): Promise<string | undefined> {
  const dist = await builtSite()
  const base = new URL(home).pathname
  const [address = '', anchor] = path.split('#')
  if (!address.startsWith(base)) return `${path} forgets the base path`
  const target = file(address.slice(base.length))
  if (!existsSync(join(dist, target)) || !statSync(join(dist, target)).isFile()) return `${path} is not there`
  if (anchor && target.endsWith('.html') && !(await ids(target)).has(anchor)) return `${path} has no such anchor`
  return undefined
}

/** `broken`, asked once for each address: most pages link to the same ones. */
function checker(): (path: string) => Promise<string | undefined> {
  const ids = idReader()
  const answers = new Map<string, Promise<string | undefined>>()
  return (path) => {
    const answer = answers.get(path) ?? broken(path, ids)
    answers.set(path, answer)
    return answer
  }
}

/** Reads the ids of a page once. */
function idReader(): (page: string) => Promise<Set<string>> {
  const known = new Map<string, Promise<Set<string>>>()
  return (page) => {
    const ids =
      known.get(page) ?? textOf(page).then((html) => new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id)))
    known.set(page, ids)
    return ids
  }
}

describe('in the whole site', () => {
  test('no link of a page is broken, and every permalink finds its post', async () => {
    const check = checker()
    const wrong = new Set<string>()
    let permalinks = 0
    for (const address of await pages()) {
      for (const path of new Set(inward(await textOf(file(address)), address))) {
        if (path.includes('#p-')) permalinks++
        const problem = await check(path)
        if (problem) wrong.add(`/${address}: ${problem}`)
      }
    }
    expect([...wrong]).toEqual([])
    expect(permalinks).toBeGreaterThan(90)
  })

  test.each(['.xml', '.json'])('no address in a feed (%s) is broken', async (ending) => {
    const check = checker()
    const wrong = new Set<string>()
    // What the search reads is no feed: its own script puts the base path before its addresses.
    const feeds = (await filesOf(ending)).filter((path) => !path.startsWith('pagefind/'))
    for (const path of feeds) {
      const text = (await textOf(path)).replace(/"(?:home_page_url|feed_url|url|external_url)":\s*"([^"]*)"/g, ' href="$1"')
      for (const address of new Set(inward(text, path))) {
        const problem = await check(address)
        if (problem) wrong.add(`/${path}: ${problem}`)
      }
    }
    expect([...wrong]).toEqual([])
  })

  test('every page names its feeds, and each is the feed it says', async () => {
    const roots: Record<string, RegExp> = {
      'application/rss+xml': /<rss\b/,
      'application/atom+xml': /<feed\b/,
      'application/feed+json': /^\s*\{/,
    }
    const seen = new Map<string, string>()
    for (const address of await pages()) {
      const html = await textOf(file(address))
      const links = [...html.matchAll(/<link rel="alternate"[^>]*>/g)].map(([tag]) => tag).filter((tag) => / type="/.test(tag))
      expect(links.length, address).toBeGreaterThanOrEqual(3)
      for (const tag of links) {
        const [type = '', href = ''] = [/ type="([^"]+)"/, / href="([^"]+)"/].map((part) => part.exec(tag)?.[1])
        seen.set(href, type)
      }
    }
    for (const [href, type] of seen) {
      const answer = await fetch(new URL(href, home))
      expect(answer.status, href).toBe(200)
      expect(await answer.text(), href).toMatch(roots[type] ?? /never/)
    }
  })

  test('the sitemap names pages that are there', async () => {
    const listed = [...(await textOf('sitemap.xml')).matchAll(/<loc>([^<]+)</g)].map(([, url = '']) => url)
    expect(listed).toContain(home)
    expect(listed.filter((url) => !url.startsWith(home))).toEqual([])
  })

  test('an address that is not there gets the page that says so', async () => {
    const answer = await fetch(`${home}no-such-page/`)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('<h1>')
  })
})
