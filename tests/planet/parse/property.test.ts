import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFeed } from '../../../src/planet/parse/read.ts'
import { escapeText } from '../../../src/planet/parse/repair/references.ts'
import { ADDRESS, feedIn } from './support.ts'

const PIECES = [
  '<?xml version="1.0"?>',
  '<rss version="2.0">',
  '<channel>',
  '<item>',
  '</item>',
  '<entry>',
  '</entry>',
  '<feed>',
  '<rdf:RDF>',
  '</rss>',
  '</feed>',
  '<title>',
  '</title>',
  '<description>',
  '</description>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE a [',
  ']>',
  '<link href="',
  '<link>',
  '"',
  "'",
  '&',
  '&amp;',
  '&#',
  ';',
  '&lt;b&gt;',
  '<content type="xhtml">',
  '<div>',
  '</div>',
  '<a b',
  '>',
  '<',
  '/>',
  '<pubDate>',
  'Mon, 02 Nov 2026',
  '\0',
  '\ud800',
  'é',
  'Ã©',
  'x'.repeat(50),
  '{',
  '"items":[',
  '\n',
  'xmlns:a="',
]

const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''))

describe('whatever comes', () => {
  it('any bytes give a feed or a code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const result = await readFeed(bytes, { url: ADDRESS })
        expect(result.ok ? Array.isArray(result.feed.entries) : typeof result.code).toBeTruthy()
      }),
      { numRuns: 500 },
    )
  })
  it('any soup of tags gives a feed or a code, and never the code of an accident', async () => {
    await fc.assert(
      fc.asyncProperty(soup, async (text) => {
        const result = await readFeed(new TextEncoder().encode(text), { url: ADDRESS })
        expect(result.ok || result.code).not.toBe('unreadable')
      }),
      { numRuns: 2000 },
    )
  })
  it('any byte of a feed may be wrong', async () => {
    const intact = new TextEncoder().encode(
      '<rss version="2.0"><channel><title>T</title><item><title>x</title><link>https://blog.example/1</link><description><![CDATA[<p>y</p>]]></description></item></channel></rss>',
    )
    await fc.assert(
      fc.asyncProperty(fc.nat(intact.length - 1), fc.nat(255), async (at, value) => {
        const bytes = Uint8Array.from(intact)
        bytes[at] = value
        const result = await readFeed(bytes, { url: ADDRESS })
        expect(result.ok || result.code).not.toBe('unreadable')
      }),
      { numRuns: 500 },
    )
  })
})

// What XML can carry, without white space at its ends, which no feed keeps; no letters that look like UTF-8 encoded twice.
const words = fc
  .array(
    fc.constantFrom(
      'aula',
      'Matemàtiques',
      'уроки',
      '数学',
      '😀',
      'Q&A',
      '1 < 2',
      '"x"',
      "it's",
      '&lt;',
      '&amp;nbsp;',
      ']]>',
      'e=mc²',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => list.join(' '))
const moment = fc
  .date({ min: new Date('1996-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000))
const post = fc.record({
  id: fc.uuid(),
  path: fc.webPath().map((path) => `/p${path}`),
  title: words,
  text: words,
  author: words,
  tags: fc.uniqueArray(words, { maxLength: 3 }),
  published: moment,
})
const posts = fc.array(post, { maxLength: 5 })
type Post = { id: string; path: string; title: string; text: string; author: string; tags: string[]; published: Date }

const expected = (list: Post[]): object[] =>
  list.map(({ id, path, title, text, author, tags, published }) => ({
    id,
    url: new URL(path, ADDRESS).href,
    title,
    html: text,
    authors: [author],
    tags,
    enclosures: [],
    published: published.toISOString(),
  }))

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

function rss(list: Post[]): string {
  const items = list.map(
    ({ id, path, title, text, author, tags, published }) =>
      `<item><title>${escapeText(title)}</title><link>${escapeText(path)}</link><guid isPermaLink="false">${id}</guid><pubDate>${published.toUTCString()}</pubDate><dc:creator>${cdata(author)}</dc:creator>${tags.map((tag) => `<category>${escapeText(tag)}</category>`).join('')}<content:encoded>${cdata(text)}</content:encoded></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>${items.join('')}</channel></rss>`
}

function atom(list: Post[]): string {
  const entries = list.map(
    ({ id, path, title, text, author, tags, published }) =>
      `<entry><title type="html">${escapeText(title)}</title><link href="${escapeText(path).replaceAll('"', '&quot;')}"/><id>${id}</id><published>${published.toISOString()}</published><author><name>${escapeText(author)}</name></author>${tags.map((tag) => `<category term="${escapeText(tag).replaceAll('"', '&quot;')}"/>`).join('')}<content type="html">${escapeText(text)}</content></entry>`,
  )
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${entries.join('')}</feed>`
}

const json = (list: Post[]): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'T',
    items: list.map(({ id, path, title, text, author, tags, published }) => ({
      id,
      url: path,
      title,
      content_html: text,
      authors: [{ name: author }],
      tags,
      date_published: published.toISOString(),
    })),
  })

describe('what we write we read back', () => {
  it('in RSS', () =>
    fc.assert(
      fc.asyncProperty(posts, async (list) => {
        expect((await feedIn(rss(list))).entries).toEqual(expected(list))
      }),
    ))
  it('in Atom', () =>
    fc.assert(
      fc.asyncProperty(posts, async (list) => {
        expect((await feedIn(atom(list))).entries).toEqual(expected(list))
      }),
    ))
  it('in JSON', () =>
    fc.assert(
      fc.asyncProperty(posts, async (list) => {
        const entries = expected(list).map((entry, at) => ({ ...entry, title: escapeText(list[at]?.title ?? '') }))
        expect((await feedIn(json(list))).entries).toEqual(entries)
      }),
    ))
})
