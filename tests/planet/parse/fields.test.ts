import { describe, expect, it } from 'vitest'
import { atomEntry, entryIn, feedIn, rssItem } from './support.ts'

const NAMESPACES = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:slash="http://purl.org/rss/1.0/modules/slash/"',
  'xmlns:thr="http://purl.org/syndication/thread/1.0"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule"',
  'xmlns:cc="http://creativecommons.org/ns#"',
  'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"',
  'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:atom="http://www.w3.org/2005/Atom"',
].join(' ')

const BY_SA = 'https://creativecommons.org/licenses/by-sa/4.0/'

/** What stands in the entry, and what must be read of it. */
const RSS: [string, string, object][] = [
  [
    'the guid as address where there is no link',
    '<guid>https://blog.example/1</guid>',
    { id: 'https://blog.example/1', url: 'https://blog.example/1' },
  ],
  ['no address in a guid that denies to be one', '<guid isPermaLink="false">https://blog.example/1</guid>', { url: undefined }],
  ['a link of Atom in RSS', '<atom:link href="/1" rel="alternate"/>', { url: 'https://blog.example/1' }],
  ['a relative link', '<link>post/1</link>', { url: 'https://blog.example/post/1' }],
  ['the language of the entry', '<dc:language>ca_ES</dc:language>', { language: 'ca-ES' }],
  ['two authors', '<dc:creator>Ann</dc:creator><dc:creator>Bo</dc:creator>', { authors: ['Ann', 'Bo'] }],
  ['the name behind an address', '<author>ann@example.org (Ann Lee)</author>', { authors: ['Ann Lee'] }],
  ['the name before an address', '<author>Ann Lee &lt;ann@example.org&gt;</author>', { authors: ['Ann Lee'] }],
  ['the author of a podcast', '<itunes:author>Ann</itunes:author>', { authors: ['Ann'] }],
  [
    'categories with domains, once each',
    '<category domain="x">Aula</category><category>Aula</category><dc:subject>Mates</dc:subject>',
    { tags: ['Aula', 'Mates'] },
  ],
  [
    'keywords at their commas',
    '<itunes:keywords>one, two words</itunes:keywords><media:keywords>three</media:keywords>',
    { tags: ['one', 'two words', 'three'] },
  ],
  [
    'enclosures with type and length',
    '<enclosure url="/a.mp3" type="audio/mpeg" length="12"/><enclosure url="/b.mp3" length="no"/>',
    {
      enclosures: [{ url: 'https://blog.example/a.mp3', type: 'audio/mpeg', length: 12 }, { url: 'https://blog.example/b.mp3' }],
    },
  ],
  [
    'files of Media RSS, each once',
    '<enclosure url="/a.mp4"/><media:group><media:content url="/a.mp4"/><media:content url="/b.mp4" fileSize="7"/></media:group>',
    { enclosures: [{ url: 'https://blog.example/a.mp4' }, { url: 'https://blog.example/b.mp4', length: 7 }] },
  ],
  [
    'the count of comments',
    '<slash:comments>7</slash:comments><comments>https://blog.example/1#comments</comments>',
    { comments: 7, commentsUrl: 'https://blog.example/1#comments' },
  ],
  ['a licence of the Creative Commons module', `<creativeCommons:license>${BY_SA}</creativeCommons:license>`, { licence: BY_SA }],
  ['a licence of the cc namespace', `<cc:license rdf:resource="${BY_SA}"/>`, { licence: BY_SA }],
  ['a licence in the rights', `<dc:rights>Ann, ${BY_SA}.</dc:rights>`, { licence: BY_SA }],
  ['a licence linked', `<atom:link rel="license" href="${BY_SA}"/>`, { licence: BY_SA, url: undefined }],
  [
    'whole text before summary',
    '<description>short</description><content:encoded>&lt;p&gt;long&lt;/p&gt;</content:encoded>',
    { html: '<p>long</p>', summary: 'short' },
  ],
  [
    'a summary with words before one with a picture',
    '<description>&lt;img src="https://x.example/1.png"&gt;</description><itunes:summary>words</itunes:summary>',
    { summary: 'words' },
  ],
  [
    'addresses in a body, absolute',
    `<description><![CDATA[<img src='/i.png'> <a href=post?a=1&amp;b=2>x</a> <a href="https://x.example/">y</a> <a href="mailto:a@b.example">z</a> href="/text"]]></description>`,
    {
      summary:
        '<img src="https://blog.example/i.png"> <a href="https://blog.example/post?a=1&amp;b=2">x</a> <a href="https://x.example/">y</a> <a href="mailto:a@b.example">z</a> href="/text"',
    },
  ],
  [
    'the base of the entry',
    '<description xml:base="https://base.example/a/"><![CDATA[<img src="i.png">]]></description>',
    { summary: '<img src="https://base.example/a/i.png">' },
  ],
  [
    'the later of dates as update',
    '<pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate><atom:updated>2026-11-03T10:00:00Z</atom:updated>',
    { published: '2026-11-02T10:00:00.000Z', updated: '2026-11-03T10:00:00.000Z' },
  ],
]

const ATOM: [string, string, object][] = [
  ['plain text as text', '<title type="text">a &lt;b&gt; c</title>', { title: 'a &lt;b&gt; c' }],
  ['a title in HTML', '<title type="html">a &lt;b&gt;b&lt;/b&gt;</title>', { title: 'a <b>b</b>' }],
  [
    'XHTML without its wrapping div',
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">one <b>two</b> three<a name="x"/><br/></div></content>',
    { html: 'one <b>two</b> three<a name="x"></a><br/>' },
  ],
  [
    'XHTML with a prefix',
    '<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>one</x:p></x:div></content>',
    { html: '<p>one</p>' },
  ],
  ['text in Base64', '<content type="text/html" mode="base64">PGI+aGk8L2I+</content>', { html: '<b>hi</b>' }],
  [
    'the alternate in HTML before others',
    '<link rel="alternate" type="application/pdf" href="/1.pdf"/><link rel="self" href="/s"/><link rel="alternate" type="text/html" href="/1"/>',
    { url: 'https://blog.example/1' },
  ],
  ['a link without attributes', '<link>https://blog.example/1</link>', { url: 'https://blog.example/1' }],
  ['the id as address where nothing else is', '<id>https://blog.example/1</id>', { url: 'https://blog.example/1' }],
  ['no address in a tag: id', '<id>tag:blog.example,2026:1</id>', { id: 'tag:blog.example,2026:1', url: undefined }],
  [
    'authors by name, else by address',
    '<author><name>Ann</name><email>a@example.org</email></author><author><email>bo@example.org</email></author>',
    { authors: ['Ann', 'bo@example.org'] },
  ],
  ['the term of a category, not its label', '<category scheme="x" term="aula" label="Aula 2"/>', { tags: ['aula'] }],
  [
    'a linked file',
    '<link rel="enclosure" href="/a.pdf" type="application/pdf" length="9"/>',
    { enclosures: [{ url: 'https://blog.example/a.pdf', type: 'application/pdf', length: 9 }] },
  ],
  [
    'the count of answers',
    '<thr:total>3</thr:total><link rel="replies" type="text/html" href="/1#c"/>',
    { comments: 3, commentsUrl: 'https://blog.example/1#c' },
  ],
  ['its own language', '<title xml:lang="eu">x</title>', { language: 'es' }],
  [
    'bases one within the other',
    '<link href="1"/><content type="html" xml:base="2026/">&lt;img src="i.png"&gt;</content>',
    { url: 'https://blog.example/a/1', html: '<img src="https://blog.example/a/2026/i.png">' },
  ],
  ['the description of a video', '<media:group><media:description>words</media:description></media:group>', { summary: 'words' }],
]

/** Of what was read, what is asked for. */
const same = (entry: object, expected: object): object =>
  Object.fromEntries(Object.entries(entry).filter(([name]) => name in expected))

describe('an entry of RSS', () => {
  for (const [name, inside, expected] of RSS) {
    it(`reads ${name}`, async () => expect(same(await entryIn(rssItem(inside, NAMESPACES)), expected)).toEqual(expected))
  }
})

describe('an entry of Atom', () => {
  for (const [name, inside, expected] of ATOM) {
    const base = name.startsWith('bases') ? 'xml:base="/a/"' : ''
    it(`reads ${name}`, async () =>
      expect(same(await entryIn(atomEntry(inside, `${NAMESPACES} xml:lang="es" ${base}`)), expected)).toEqual(expected))
  }
  it('has the language of the entry around it', async () => {
    const feed = await feedIn('<feed xml:lang="es"><entry xml:lang="eu"><id>1</id></entry><entry><id>2</id></entry></feed>')
    expect(feed.entries.map(({ language }) => language)).toEqual(['eu', 'es'])
  })
  it('has none from the element language of its channel', async () => {
    const feed = await feedIn('<rss><channel><language>es</language><item><guid>1</guid></item></channel></rss>')
    expect(feed).toMatchObject({ language: 'es', entries: [{ id: '1' }] })
    expect(feed.entries[0]?.language).toBeUndefined()
  })
})

describe('a channel', () => {
  const channel = (inside: string): string =>
    `<rss version="2.0" ${NAMESPACES}><channel>${inside}<item><guid>1</guid></item></channel></rss>`
  const cases: [string, string, object][] = [
    ['its minutes', '<ttl>90</ttl>', { schedule: { everyMinutes: 90 } }],
    [
      'its period',
      '<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>',
      { schedule: { everyMinutes: 30 } },
    ],
    [
      'its hours and days',
      '<skipHours><hour>1</hour><hour>24</hour></skipHours><skipDays><day>sunday</day></skipDays>',
      { schedule: { skipHours: [1, 0], skipDays: ['Sunday'] } },
    ],
    ['its licence', `<copyright>CC ${BY_SA}</copyright>`, { licence: BY_SA }],
    ['its language', '<language>pt_BR</language>', { language: 'pt-BR' }],
    [
      'its address, not that of its image',
      '<image><link>https://image.example/</link></image><link>/</link>',
      { url: 'https://blog.example/' },
    ],
    [
      'its address beside one to itself',
      '<atom:link rel="self" href="/feed.xml"/><link>https://blog.example/b</link>',
      { url: 'https://blog.example/b' },
    ],
  ]
  for (const [name, inside, expected] of cases)
    it(`says ${name}`, async () => expect(await feedIn(channel(inside))).toMatchObject(expected))
  it('wishes nothing where it says nothing', async () => {
    expect((await feedIn(channel('<ttl>soon</ttl>'))).schedule).toBeUndefined()
  })
})
