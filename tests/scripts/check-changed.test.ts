import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Listening, listen } from '../web/loopback.ts'
import { run } from './run.ts'

const scratch = mkdtempSync(join(tmpdir(), 'staffroom-changed-'))
const NOW = '2026-11-21T08:00:00Z'

const item = (number: number, title: string) =>
  `<item><title>${title}</title><link>https://mates.cat/${number}</link><guid>${number}</guid><category>matemàtiques</category>
  <pubDate>${new Date(Date.parse(NOW) - number * 86_400_000).toUTCString()}</pubDate><description>Avui hem comptat fins a ${number}.</description></item>`
const rss = (items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Mates</title><link>https://mates.cat/</link><language>ca</language>${items.join('')}</channel></rss>`

const PAGES: Record<string, { status?: number; type?: string; location?: string; body?: string }> = {
  '/feed': { body: rss([1, 2, 3, 4, 5, 6, 7].map((number) => item(number, `Entrada ${number}`))) },
  '/hostile': { body: rss([item(1, '&lt;img src=x onerror=alert(1)&gt; [click](javascript:alert(1)) **bold**')]) },
  '/empty': { body: rss([]) },
  '/moved': { status: 301, location: '/feed' },
  '/page': {
    type: 'text/html',
    body: '<!doctype html><html><head><title>Blog</title><link rel="alternate" type="application/rss+xml" href="/feed"></head><body></body></html>',
  },
}

let web: Listening
let asked: string[] = []
beforeAll(async () => {
  web = await listen(({ url = '' }, response) => {
    if (url !== '/robots.txt') asked.push(url)
    const { status = 200, type = 'application/rss+xml', location, body = '' } = PAGES[url] ?? { status: 404 }
    response.writeHead(status, { 'content-type': type, ...(location ? { location } : {}) }).end(body)
  })
})
beforeEach(() => {
  asked = []
})
afterAll(async () => {
  await web.close()
  rmSync(scratch, { recursive: true, force: true })
})

type Blog = { id: string; path: string; language?: string; more?: string }

const entry = ({ id, path, language = 'ca', more = '' }: Blog) =>
  `  - {id: ${id}, title: Blog ${id}, site: "http://127.0.0.1:${web.port}/${id}", feed: "http://127.0.0.1:${web.port}${path}", kind: teacher, language: ${language}, ${more} consent: {by: owner, date: 2026-11-21, how: mail}}`
const file = (blogs: Blog[]) =>
  [
    'planet: {title: Planeta, contact: "mailto:us@school.cat", languages: [en, ca]}',
    'blogs:',
    ...(blogs.length > 0 ? blogs.map(entry) : ['  []']),
    '',
  ].join('\n')

/** Checks a change of feeds.yaml from one list of blogs to another, as a pull request does. */
async function check(before: Blog[] | undefined, after: Blog[] | string, ...options: string[]) {
  const folder = mkdtempSync(join(scratch, 'planet-'))
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args])
  git('init', '--quiet')
  if (before) writeFileSync(join(folder, 'feeds.yaml'), file(before))
  git('add', '--all')
  git('commit', '--quiet', '--allow-empty', '-m', 'Before')
  writeFileSync(join(folder, 'feeds.yaml'), typeof after === 'string' ? after : file(after))
  const summary = join(folder, 'summary.md')
  writeFileSync(summary, '')
  const ran = await run('check', ['--planet', folder, '--changed', 'HEAD', '--allow-private', '--now', NOW, ...options], {
    GITHUB_STEP_SUMMARY: summary,
  })
  return { ...ran, summary: readFileSync(summary, 'utf8') }
}

const good = { id: 'mates', path: '/feed' }

describe('the check of a change', () => {
  test('reads a new blog and shows it in the language of its author, with its last five posts', async () => {
    const { code, summary, out } = await check([], [good])
    expect(code).toBe(0)
    expect(out).toContain('✓ mates')
    expect(summary).toContain('✅ Aquest canal es pot llegir.')
    expect(summary).toContain('- Títol del canal: Mates')
    expect(summary).toContain('- Format: RSS 2.0')
    expect(summary).toContain('7 entrades')
    expect(summary).toContain('- Llengües: Català (7)')
    expect(summary).toContain('- Temes trobats: Matemàtiques (7)')
    expect(summary.match(/^> \*\*\[Entrada \d\]\(<https:\/\/mates\.cat\/\d>\)\*\*$/gm)).toHaveLength(5)
    expect(summary).toContain('> 20 de novembre del 2026 · Matemàtiques')
    expect(summary).toContain('> Avui hem comptat fins a 1.')
  })

  test('asks nobody whose entry did not change', async () => {
    const { code, summary } = await check([good], [good, { id: 'nou', path: '/empty' }])
    expect(code).toBe(0)
    expect(asked).toEqual(['/empty'])
    expect(summary).toContain('- New: `nou`')
    expect(summary).toContain('⚠️ El canal està bé, però encara no té cap entrada.')
  })

  test('asks nobody at all where no blog changed', async () => {
    const { code, summary } = await check([good], [good])
    expect({ code, asked }).toEqual({ code: 0, asked: [] })
    expect(summary).toContain('No blog changes.')
  })

  test('works where there was no feeds.yaml before', async () => {
    expect((await check(undefined, [good])).summary).toContain('- New: `mates`')
  })

  test('says what is wrong with a feed that is not there, and how to mend it', async () => {
    const { code, summary, out } = await check([], [{ id: 'lost', path: '/nothing', language: 'en' }])
    expect(code).toBe(1)
    expect(out).toContain('✗ lost')
    const { 'failure.not-found.what': what, 'failure.not-found.mend': mend } = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../src/i18n/en.json'), 'utf8'),
    )
    expect(summary).toContain(what)
    expect(summary).toContain(mend)
  })

  test('names the feeds of a web page that was given instead of a feed', async () => {
    const { code, summary } = await check([], [{ id: 'page', path: '/page', language: 'en' }])
    expect(code).toBe(1)
    expect(summary).toContain('It names these feeds')
    expect(summary).toContain(`- <http://127.0.0.1:${web.port}/feed>`)
  })

  test('names the new address of a feed that moved for good', async () => {
    const { code, summary } = await check([], [{ id: 'moved', path: '/moved', language: 'en' }])
    expect(code).toBe(0)
    expect(summary).toMatch(new RegExp(`⚠️ .*moved for good.*<http://127\\.0\\.0\\.1:${web.port}/feed>`))
  })

  test('doubts a language that is not the one of the feed', async () => {
    const { summary } = await check([], [{ ...good, language: 'es' }])
    expect(summary).toContain('⚠️ feeds.yaml says Spanish, but the feed says Catalan.')
  })

  test('says that no post has a wanted tag', async () => {
    const { code, summary } = await check([], [{ ...good, language: 'en', more: 'only: [aula],' }])
    expect(code).toBe(0)
    expect(summary).toContain('⚠️ No post carries one of the tags under “only”: aula.')
  })

  test('lets no title become markup', async () => {
    const { summary } = await check([], [{ id: 'hostile', path: '/hostile', language: 'en' }])
    expect(summary).not.toMatch(/<img|\]\(javascript|(?<!\\)\*\*bold/)
  })

  test('warns of ids that are removed, given another name or another blog', async () => {
    const { summary, code } = await check([good, { id: 'gone', path: '/empty' }], [{ id: 'renamed', path: '/feed' }])
    expect(code).toBe(0)
    expect(summary).toContain('⚠️ `mates` and `renamed` have the same feed.')
    expect(summary).toContain('⚠️ `gone` is taken out')
  })

  test('refuses topics that nobody knows, with the line, but only in what changed', async () => {
    const old = { id: 'old', path: '/empty', more: 'levels: [cellar],' }
    const { code, summary } = await check([old], [old, { ...good, more: 'subjects: [matematiques],' }])
    expect(code).toBe(2)
    expect(summary).toContain('**feeds.yaml, line 4 (blogs\\[1\\].subjects\\[0\\])**')
    expect(summary).toContain('"matematiques" is no topic')
    expect(summary).not.toContain('cellar')
  })

  test('tells a file that cannot be read in the summary too, and asks nobody', async () => {
    const { code, summary, err } = await check([], 'planet: {title: T, contact: nobody}\nblogs: []\n')
    expect({ code, asked }).toEqual({ code: 2, asked: [] })
    expect(err).toContain('feeds.yaml:1 planet.contact')
    expect(summary).toContain('**feeds.yaml, line 1 (planet.contact)**')
  })

  test('gives a program the same in JSON', async () => {
    const { code, out } = await check([], [good, { id: 'page', path: '/page' }], '--json')
    expect(code).toBe(1)
    const { blogs, changes } = JSON.parse(out)
    expect(changes.added).toEqual(['mates', 'page'])
    expect(blogs).toMatchObject([
      { id: 'mates', ok: true, posts: 7 },
      { id: 'page', ok: false, code: 'web-page', feeds: [`http://127.0.0.1:${web.port}/feed`] },
    ])
  })

  test('refuses a commit that git does not know', async () => {
    const { code, err } = await run('check', ['--changed', 'no-such-branch'])
    expect(code).toBe(2)
    expect(err).toContain('Git does not know the commit "no-such-branch" here.')
  })
})
