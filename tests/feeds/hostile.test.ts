import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atomOf } from '../../src/feeds/atom.ts'
import { jsonOf } from '../../src/feeds/json.ts'
import { rssTitle } from '../../src/feeds/markup.ts'
import { opmlOf } from '../../src/feeds/opml.ts'
import { rssOf } from '../../src/feeds/rss.ts'
import { samplePlanet, samplePost } from './planet.ts'
import { rssRead, scopeOf, strictly } from './reading.ts'

const HOSTILE = {
  'a script': '<script>alert(1)</script>',
  'the end of a CDATA section': 'a ]]> b ]]> c',
  'an entity': 'AT&amp;T & &lt;b&gt; &#0; &unknown;',
  'half an emoji': 'smile \ud83d and \ude00 end',
  'control characters': 'a\u0000b\u0008c\u000bd\u001fe\u0085f',
  'characters that are none': 'a\ufffeb\uffffc',
  'an override of the direction': 'abc \u202e def \u2066 ghi',
  'marks of direction': 'مرحبا \u200f(1)\u200e abc',
  'the start of an item': '<item><entry><feed xmlns="x">',
  quotes: `"double" 'single' = \` $& $1 $'`,
  'a processing instruction': '<?xml version="1.1"?><!DOCTYPE x [<!ENTITY e "e">]>&e;',
}

describe.each(Object.entries(HOSTILE))('%s in every text', (_, text) => {
  const planet = samplePlanet([
    samplePost({ id: '0000000000e1', title: text, excerpt: text, authors: [text], tags: [text], html: text }),
    samplePost({ id: '0000000000e2', blog: 'mates-al-pati', title: text, excerpt: text, html: `<p>${text}</p>` }),
  ])
  const scope = scopeOf({ ...planet, settings: { ...planet.settings, title: text, description: { en: text } } })

  test('leaves the XML well-formed, with all its items', async () => {
    for (const document of [await rssOf(scope), atomOf(scope)]) {
      expect((await strictly(document)).items).toHaveLength(2)
      expect(document.isWellFormed()).toBe(true)
    }
    expect(JSON.parse(jsonOf(scope)).items).toHaveLength(2)
    expect(opmlOf(scope).isWellFormed()).toBe(true)
  })

  test('leaves no character in the feeds that XML forbids or nobody sees', async () => {
    for (const document of [await rssOf(scope), atomOf(scope), jsonOf(scope), opmlOf(scope)]) {
      expect(document).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
    }
    for (const { title, text: shown, authors } of scope.items) {
      expect([title, shown, ...authors].join('')).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    }
  })
})

test('whatever a blogger writes, the XML is well-formed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), async (odd, even) => {
      const post = samplePost({ id: '0000000000e1', title: odd, excerpt: even, authors: [odd], tags: [odd, even] })
      const scope = scopeOf(samplePlanet([post]))
      for (const document of [await rssOf(scope), atomOf(scope)]) expect((await strictly(document)).items).toHaveLength(1)
    }),
    { numRuns: 200 },
  )
})

test('an RSS title is read alike by readers of text and of markup', () => {
  expect(rssTitle('3 < 4 & 5 > 4, R&D')).toBe('3 < 4 & 5 > 4, R&D')
  expect(rssTitle('Drawing on <canvas>')).toBe('Drawing on &lt;canvas>')
  expect(rssTitle('What &amp; means')).toBe('What &amp;amp; means')
})

test('no title can bring markup into a reader that shows titles as HTML', async () => {
  const planet = samplePlanet([samplePost({ id: '0000000000e1', title: '<img src=x onerror=alert(1)>' })])
  const [item] = (await rssRead(scopeOf(planet))).items ?? []
  expect(item?.title).toBe('&lt;img src=x onerror=alert(1)>')
})
