/** Documents made to break readers: each costs a careless one quadratic time, its stack or its memory. */
export type Hostile = { name: string; text: string }

const rss = (body: string): string =>
  `<rss version="2.0"><channel><title>T</title><item><title>x</title>${body}</item></channel></rss>`
const described = (text: string): string => rss(`<description>${text}</description>`)
const repeat = (text: string, times: number): string => text.repeat(times)

const MILLION = 1_000_000

/** Makes them anew at each call: together they weigh some hundred megabytes. */
export function* hostileFeeds(): Generator<Hostile> {
  yield { name: 'five million ampersands in a body', text: described(repeat('&', 5 * MILLION)) }
  yield {
    name: 'an item with 100,000 attributes',
    text: `<rss><channel><item ${repeatWith(100_000, (n) => `a${n}="1" `)}><title>x</title></item></channel></rss>`,
  }
  yield { name: 'ten levels of nested entities', text: billionLaughs() }
  yield {
    name: 'a large entity used 20,000 times',
    text: `<!DOCTYPE rss [<!ENTITY a "${repeat('x', 50_000)}">]>${described(repeat('&a;', 20_000))}`,
  }
  yield { name: 'a million < in a CDATA body', text: described(`<![CDATA[${repeat('<', MILLION)}]]>`) }
  yield { name: 'five million < in a body', text: described(repeat('<', 5 * MILLION)) }
  yield { name: 'a million openings of CDATA', text: described(repeat('<![CDATA[', MILLION)) }
  yield {
    name: 'CDATA opened in 100,000 items and never closed',
    text: repeat('<item><description><![CDATA[x</item>', 100_000).replace(/^/, '<rss><channel>'),
  }
  yield { name: 'a million comments opened before the feed', text: repeat('<!--', MILLION) + rss('') }
  yield { name: 'a million comments opened in a body', text: described(repeat('<!--', MILLION)) }
  yield { name: 'a comment of megabytes that never ends', text: rss(`<!-- ${repeat('x', 8 * MILLION)}`) }
  yield { name: '300,000 half tags in a body', text: described(repeat('<content ', 300_000)) }
  yield {
    name: '200,000 contents opened and never closed',
    text: `<feed><entry>${repeat('<content type="html">', 200_000)}</entry></feed>`,
  }
  yield { name: '100,000 prefixes of titles never closed', text: rss(repeatWith(100_000, (n) => `<p${n}:title>`)) }
  yield { name: 'a million doctypes before the feed', text: repeat('<!DOCTYPE ', MILLION) + rss('') }
  yield { name: 'a doctype full of brackets', text: `<!DOCTYPE rss [${repeat('[<!ENTITY ', MILLION)}` }
  yield { name: 'a million references in a body', text: described(repeat('&amp;', MILLION)) }
  yield { name: 'a million half references in a body', text: described(repeat('&#x41', MILLION)) }
  yield { name: 'half a million surrogate halves as references', text: described(repeat('&#xD83D;', MILLION / 2)) }
  yield {
    name: '200,000 items',
    text: `<rss><channel>${repeat('<item><title>x</title><link>http://a.example/</link></item>', 200_000)}</channel></rss>`,
  }
  yield { name: '100,000 nested elements in a body', text: described(repeat('<b>', 100_000) + repeat('</b>', 100_000)) }
  yield {
    name: '100,000 nested elements in the channel',
    text: `<rss><channel>${repeat('<x>', 100_000)}${repeat('</x>', 100_000)}<item><title>x</title></item></channel></rss>`,
  }
  yield { name: '100,000 unclosed elements in a body', text: described(repeat('<b>', 100_000)) }
  yield { name: '100,000 ends without a beginning', text: rss(repeat('<y>', 30) + repeat('</zz>', 100_000)) }
  yield {
    name: 'elements named __proto__ and constructor',
    text: rss('<__proto__><polluted>1</polluted></__proto__><constructor>1</constructor><prototype/>'),
  }
  yield {
    name: 'ten million blanks in the root tag',
    text: `<rss ${repeat(' ', 10 * MILLION)} version="2.0"><channel><item><title>x</title></item></channel></rss>`,
  }
  yield { name: 'ten million blanks in an attribute', text: rss(`<link rel = ${repeat(' ', 10 * MILLION)} href="x"/>`) }
  yield {
    name: 'a title of 50 million characters',
    text: `<rss><channel><item><title>${repeat('x', 50 * MILLION)}</title></item></channel></rss>`,
  }
  yield { name: '200,000 tags cut in their quotes', text: described(repeat('<a b="', 200_000)) }
  yield {
    name: '200,000 namespace declarations',
    text: `<rss ${repeatWith(200_000, (n) => `xmlns:a${n}="http://x.example/${n}" `)}><channel><item><title>x</title></item></channel></rss>`,
  }
  yield { name: 'blank lines only', text: repeat('\n', MILLION) }
  yield { name: 'a million closing roots', text: rss('') + repeat('</rss', MILLION) }
  yield {
    name: 'a hundred thousand texts that nobody closes',
    text: `<rss><channel>${repeat('<item><title>a<description>b<link>', 100_000)}`,
  }
  yield { name: 'half a million links in a body', text: described(`<![CDATA[${repeat('<a href=x>', MILLION / 2)}]]>`) }
  yield { name: 'half a link two million times', text: described(`<![CDATA[${repeat('<a href="', 2 * MILLION)}]]>`) }
  yield { name: 'a date of a million digits', text: rss(`<pubDate>${repeat('1', MILLION)}</pubDate>`) }
  yield { name: 'an author of a million brackets', text: rss(`<author>a@b ${repeat('(', MILLION)}</author>`) }
  yield { name: 'an author of a million signs', text: rss(`<author>${repeat('a@', MILLION)}</author>`) }
  yield {
    name: 'a million times the beginning of a div',
    text: `<feed><entry><content type="xhtml">${repeat('<div ', MILLION)}</content></entry></feed>`,
  }
  yield {
    name: 'a JSON of 100,000 levels',
    text: `{"version":"https://jsonfeed.org/version/1.1","items":${repeat('[', 100_000)}${repeat(']', 100_000)}}`,
  }
  yield {
    name: 'a JSON Feed cut short',
    text: `{"version":"https://jsonfeed.org/version/1.1","items":[${repeat('{"id":"1"},', 200_000)}`,
  }
  yield {
    name: 'a web page of a million links',
    text: `<!doctype html><html><head>${repeat('<link rel="alternate" type="application/rss+xml" href="/x">', 100_000)}`,
  }
  yield { name: 'a web page of half links', text: `<!doctype html><html><head>${repeat('<link rel="', 500_000)}` }
  yield { name: 'mangled letters by the million', text: described(repeat('Ã©', MILLION)) }
}

function billionLaughs(): string {
  const levels = repeatWith(10, (n) => `<!ENTITY l${n + 1} "${repeat(`&l${n};`, 10)}">`)
  return `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${levels}]>${described('&l10;')}`
}

function repeatWith(times: number, make: (n: number) => string): string {
  const parts: string[] = []
  for (let n = 0; n < times; n++) parts.push(make(n))
  return parts.join('')
}
