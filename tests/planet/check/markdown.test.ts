import { marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { asAddress, asLink, asWords } from '../../../src/planet/check/markdown.ts'

const html = (markdown: string) => marked.parse(markdown, { async: false, gfm: true }).trim()
const text = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![](https://evil.example/pixel.png)',
  '[click](javascript:alert(1))',
  'https://evil.example/ and www.evil.example and a@evil.example',
  '# Heading',
  '- item',
  '+ item',
  '1. item',
  '2) item',
  '===',
  'HTTP://EVIL.EXAMPLE/ WWW.EVIL.EXAMPLE ftp://evil.example',
  'plain, with: signs (that) mean nothing; is 3/7 > 0.4? Yes!',
  '> quote',
  '| a | b |',
  '```',
  '**bold** _italic_ ~~gone~~ `code`',
  '&lt;b&gt; &copy; &#60;',
  'back\\slash \\* \\[x](y)',
  '<!-- hidden',
  '---',
  '$x^2$ :smile: ==mark==',
]

describe('words from a feed in a Markdown text', () => {
  test.each(hostile)('stay words: %s', (words) => {
    const shown = html(asWords(words))
    expect(shown.replace(/^<p>|<\/p>$/g, '')).not.toMatch(/<|\n/)
    expect(text(shown)).toBe(words)
  })

  test('stay on one line, without signs that turn it around', () => {
    expect(asWords('One\n\n# two\r\n\u2028three \u202Eeerht\u0000')).toBe('One \\# two three eerht')
  })

  test('keep the letters of every language', () => {
    expect(asWords('Mates amb Núria «Ура» 数学 العربية 👩‍🏫')).toBe('Mates amb Núria «Ура» 数学 العربية 👩‍🏫')
  })
})

describe('a link', () => {
  test('leads where it says', () => {
    expect(html(asLink('A [title](x)', 'https://example.org/a(b)?c=<d>'))).toBe(
      '<p><a href="https://example.org/a(b)?c=%3Cd%3E">A [title](x)</a></p>',
    )
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 'no address'])('to %s is no link', (address) => {
    expect(asLink('Title', address)).toBe('Title')
  })

  test('cannot be left by a backslash', () => {
    expect(html(asLink('Title', 'https://example.org/?\\'))).toBe('<p><a href="https://example.org/?%5C">Title</a></p>')
  })

  test('to itself is the address', () => {
    expect(html(asAddress('https://example.org/?a=1&b=*x*'))).toBe(
      '<p><a href="https://example.org/?a=1&amp;b=*x*">https://example.org/?a=1&amp;b=*x*</a></p>',
    )
    expect(asAddress('content/own.xml')).toBe('content/own.xml')
  })
})
