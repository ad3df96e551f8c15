import { describe, expect, it } from 'vitest'
import { reading } from './support.ts'

const page = (head: string, body = ''): string =>
  `<!DOCTYPE html><html><head><title>Aula</title>${head}</head><body>${body}</body></html>`

const CODES: [string, string, string][] = [
  ['nothing', 'empty', ''],
  ['blank lines', 'empty', ' \n\t\n'],
  ['a blog’s page', 'web-page', page('')],
  ['a page without a head', 'web-page', '<title>404 Not Found</title><h1>Not Found</h1>'],
  ['a form to sign in', 'login-wall', page('', '<form><input name="u"><input type="password" name="p"></form>')],
  ['a page called Sign in', 'login-wall', page('').replace('Aula', 'Sign in - Accounts')],
  ['a Russian page to sign in', 'login-wall', page('').replace('Aula', 'Вход на сайт')],
  [
    'a check by Cloudflare',
    'robot-check',
    page('<script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script>').replace('Aula', 'Just a moment...'),
  ],
  ['a captcha', 'robot-check', page('', '<div class="g-recaptcha"></div>')],
  ['a domain for sale', 'parked', page('', '<h1>This domain is for sale</h1>')],
  ['a parked domain', 'parked', page('<script src="https://img.sedoparking.com/x.js"></script>')],
  ['a sentence', 'not-a-feed', 'Database connection failed.'],
  ['a picture', 'not-a-feed', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ['JSON that is no feed', 'not-a-feed', '{"error": "not found"}'],
  ['half a JSON Feed', 'not-a-feed', '{"version": "https://jsonfeed.org/version/1.1", "items": ['],
  ['other XML', 'not-a-feed', '<?xml version="1.0"?><opml version="2.0"><body/></opml>'],
]

describe('what stands in a feed’s place', () => {
  for (const [name, code, text] of CODES) {
    it(`tells ${name}`, async () => expect(await reading(text)).toMatchObject({ ok: false, code }))
  }
  it('does not take a blog with a form and a captcha for a wall', async () => {
    const link = '<link rel="alternate" type="application/rss+xml" href="/feed/">'
    const blog = page(link, '<form class="g-recaptcha"><input type="password"></form>')
    expect(await reading(blog)).toMatchObject({ code: 'web-page', feeds: ['https://blog.example/feed/'] })
  })
})

describe('the feeds that a page names', () => {
  const feedsOf = async (text: string): Promise<string[] | undefined> => {
    const result = await reading(text)
    return result.ok ? undefined : result.feeds
  }
  it('puts the blog before its comments and knows the base', async () => {
    const links = `<base href="https://other.example/a/">
      <link href="comments/feed/" title="Comments" type="application/rss+xml" rel="alternate">
      <LINK REL='alternate home' TYPE=application/atom+xml HREF='atom.xml?a=1&amp;b=2'>
      <link rel="alternate" hreflang="ca" href="/ca/"><link rel="stylesheet" href="/feed.css">`
    expect(await feedsOf(page(links))).toEqual([
      'https://other.example/a/atom.xml?a=1&b=2',
      'https://other.example/a/comments/feed/',
    ])
  })
  it('finds a plain link to a feed', async () => {
    expect(await feedsOf(page('', '<a href="/index.xml">RSS</a> <a href="/about">x</a>'))).toEqual([
      'https://blog.example/index.xml',
    ])
  })
  const platforms: [string, string, string][] = [
    ['WordPress', '<link rel="stylesheet" href="/wp-content/themes/x.css">', 'https://blog.example/feed/'],
    ['Blogger', '<meta content="blogger" name="generator">', 'https://blog.example/feeds/posts/default'],
    ['Wix', '<meta name="generator" content="Wix.com Website Builder">', 'https://blog.example/blog-feed.xml'],
    ['Ghost', '<meta name="generator" content="Ghost 5.0">', 'https://blog.example/rss/'],
    ['Hugo', '<meta name="generator" content="Hugo 0.128">', 'https://blog.example/index.xml'],
    ['Jekyll', '<meta name="generator" content="Jekyll v4.3">', 'https://blog.example/feed.xml'],
  ]
  for (const [name, mark, feed] of platforms) {
    it(`knows where ${name} keeps its feed`, async () => expect((await feedsOf(page(mark)))?.[0]).toBe(feed))
  }
})
