import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXCERPT_CHARACTERS, EXCERPT_WORDS, excerptOf } from '../../../src/planet/html/excerpt.ts'
import { sanitise } from '../../../src/planet/html/sanitise.ts'
import { plain, plainText, readText } from '../../../src/planet/html/text.ts'
import { asUntrusted } from '../../../src/planet/parse/feed.ts'

const read = (html: string, limit = 2000) => readText(asUntrusted(html), 'https://blog.example.org/a/', limit)

describe('reading markup', () => {
  it('parts words where blocks part them, and not where letters are only bold', () => {
    expect(read('<p>One<b>two</b></p><p>three</p><ul><li>four<li>five</ul>').text).toBe('Onetwo three four five')
  })

  it('leaves out what no reader sees, and pictures with their captions', () => {
    expect(
      read('a<script>alert(1)</script><style>p{}</style><figure><img alt="Ana"><figcaption>Ana</figcaption></figure>b').text,
    ).toBe('a b')
  })

  it('counts words across references', () => {
    expect(read('<p>Caf&eacute;s y m&aacute;s, 3 &amp; 4</p>').words).toBe(5)
  })

  it('ends the text at the limit but counts the whole', () => {
    const { text, words } = read('<p>word </p>'.repeat(1000), 50)
    expect(text.length).toBeLessThanOrEqual(60)
    expect(words).toBe(1000)
  })

  it('gathers links, absolute, once, without fragments, and only of the web', () => {
    const { links } = read(
      '<a href="../b/#x">1</a><a href="/a/b/">2</a><a href="https://blog.example.org/b/">3</a><a href="javascript:x()">4</a><a href="mailto:a@b.c">5</a>',
    )
    expect(links).toEqual(['https://blog.example.org/b/', 'https://blog.example.org/a/b/'])
  })

  it('reads a hundred thousand levels and as many open brackets without harm', () => {
    expect(read(`${'<b>'.repeat(100_000)}deep`).text).toBe('deep')
    expect(read('<'.repeat(100_000)).text.length).toBeLessThanOrEqual(2100)
  })
})

describe('plain text', () => {
  it('has no controls, no turned directions, no halves of characters', () => {
    expect(plain('a\u0000b\u202Ec\uD83D\n d\u200B')).toBe('abc\uFFFD d')
  })

  it('reads a title with markup and references', () => {
    expect(plainText(asUntrusted('Maths &amp; <em>more</em> &lt;3'))).toBe('Maths & more <3')
  })
})

describe('an excerpt', () => {
  it('is the whole text where that is short', () => {
    expect(excerptOf('Short and whole.')).toBe('Short and whole.')
  })

  it('ends at a word, without the comma before the ellipsis', () => {
    expect(excerptOf(`${'a'.repeat(150)}, ${'b'.repeat(140)}, ${'c'.repeat(100)}`)).toBe(
      `${'a'.repeat(150)}, ${'b'.repeat(140)}…`,
    )
  })

  it('has at most 300 characters and 60 words, of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (raw) => {
        const excerpt = excerptOf(plain(raw))
        expect([...excerpt].length).toBeLessThanOrEqual(EXCERPT_CHARACTERS)
        expect(excerpt.split(' ').length).toBeLessThanOrEqual(EXCERPT_WORDS)
        expect(excerpt.isWellFormed()).toBe(true)
      }),
    )
    const words = excerptOf('es '.repeat(100).trim())
    expect(words.split(' ').length).toBe(EXCERPT_WORDS)
    expect(words.endsWith('…')).toBe(true)
  })

  it('cuts a script without blanks by characters', () => {
    expect([...excerptOf('教'.repeat(500))].length).toBe(EXCERPT_CHARACTERS)
  })
})

describe('the sanitiser', () => {
  it.each([
    ['<script>alert(1)</script>Text', 'Text'],
    ['<p onclick="x()" style="color:red">Text</p>', '<p>Text</p>'],
    ['<img src="https://tracker.example/x.gif" alt="A face">', ''],
    ['<a href="javascript:alert(1)">go</a>', '<a rel="nofollow ugc">go</a>'],
    ['<a href="/b">go</a>', '<a href="https://blog.example.org/b" rel="nofollow ugc">go</a>'],
    ['<iframe src="https://evil.example/"></iframe><object></object>', ''],
    ['<h1>Big</h1>', '<h3>Big</h3>'],
    ['<svg><script>alert(1)</script></svg>', ''],
    ['<style>@import "x"</style><b>kept', '<b>kept</b>'],
  ])('makes %s into %s', (html, safe) => {
    expect(sanitise(asUntrusted(html), 'https://blog.example.org/a/')).toBe(safe)
  })
})
