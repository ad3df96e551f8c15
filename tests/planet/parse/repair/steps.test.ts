import { describe, expect, it } from 'vitest'
import { dropControls } from '../../../../src/planet/parse/repair/controls.ts'
import { finder } from '../../../../src/planet/parse/repair/find.ts'
import { unmangle } from '../../../../src/planet/parse/repair/mojibake.ts'
import { decodeReferences } from '../../../../src/planet/parse/repair/references.ts'
import { findRoot } from '../../../../src/planet/parse/repair/root.ts'
import { trim } from '../../../../src/planet/parse/repair/trim.ts'

describe('dropping control characters', () => {
  const cases: [string, string][] = [
    ['a\x0bb\x1fc', 'abc'],
    ['a\0b', 'ab'],
    ['tab\tline\nreturn\r', 'tab\tline\nreturn\r'],
    ['\ufffe\uffffend', 'end'],
    ['half \ud83d an emoji', 'half \ufffd an emoji'],
    ['whole 😀', 'whole 😀'],
  ]
  for (const [given, kept] of cases) it(`keeps ${JSON.stringify(kept)}`, () => expect(dropControls(given)).toBe(kept))
})

describe('decoding references once', () => {
  const cases: [string, string][] = [
    ['&lt;b&gt; &amp;amp; &quot;&apos;', '<b> &amp; "\''],
    ['caf&eacute;&nbsp;&hellip;', 'café\u00a0…'],
    ['Q&A & more R&D', 'Q&A & more R&D'],
    ['?a=1&b=2&copy=3', '?a=1&b=2&copy=3'],
    ['&foobar;', '&foobar;'],
    ['&#233;&#xe9;', 'éé'],
    ['&#xD83D;&#xDE00;&#55357;&#56832;', '😀😀'],
    ['&#xD83D; alone', ' alone'],
    ['&#0;&#x1F;&#11;', ''],
    ['it&#146;s', 'it’s'],
    ['&#99999999;', ''],
  ]
  for (const [given, meant] of cases) it(`reads ${given}`, () => expect(decodeReferences(given)).toBe(meant))
})

describe('healing mangled UTF-8', () => {
  const cases: [string, string][] = [
    ['BrÃ¸ndby til fans', 'Brøndby til fans'],
    ['Itâ€™s â€“ well', 'It’s – well'],
    ['Ð£Ñ€Ð¾Ðº', 'Урок'],
    ['JOÃO NÃO', 'JOÃO NÃO'],
    ['Ã© beside é', 'Ã© beside é'],
    ['русский и Ã©', 'русский и Ã©'],
    ['100 Â£ and 5 Â°', '100 £ and 5 °'],
  ]
  for (const [given, meant] of cases) it(`reads ${given}`, () => expect(unmangle(given)).toBe(meant))
})

describe('finding the root', () => {
  const found: [string, string][] = [
    ['\n\n <?xml version="1.0"?><rss>', 'rss'],
    ['<b>Warning</b>: Cannot modify header <br /><rss version="2.0">', 'rss'],
    ['<!-- <rss> --><feed>', 'feed'],
    ['<?xml version="1.0"?><?xml version="1.0"?><RDF:RDF>', 'rdf'],
    ['<!DOCTYPE rss [<!ENTITY a "<feed>">]><rss>', 'rss'],
    ['<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/x.dtd"><rss>', 'rss'],
    ['<a:Feed xmlns:a="x">', 'feed'],
    ['<channel>', 'channel'],
    ['<entry xmlns="x">', 'entry'],
  ]
  for (const [text, name] of found) it(`finds ${name} in ${text.slice(0, 40)}`, () => expect(findRoot(text)?.name).toBe(name))
  for (const text of ['', 'feed', '<html><rss>', '<feedback>', '<!-- <rss>', `${'<i>'.repeat(20_000)}<rss>`])
    it(`finds none in ${JSON.stringify(text.slice(0, 20))}`, () => expect(findRoot(text)).toBeUndefined())
})

describe('trimming', () => {
  const trimmed = (text: string): string => trim(text, findRoot(text) ?? { at: 0, name: '' })
  const cases: [string, string, string][] = [
    ['drops what stands before and behind', 'x<rss>1</rss><script>a && b</script>', '<rss>1</rss>'],
    ['takes any spelling of the end', '<a:feed>1</A:Feed >tail', '<a:feed>1</A:Feed >'],
    ['cuts a broken document after its last whole entry', '<rss><item>1</item><item>2</it', '<rss><item>1</item>'],
    ['leaves a broken document without whole entries', '<rss><title>1', '<rss><title>1'],
  ]
  for (const [name, given, kept] of cases) it(name, () => expect(trimmed(given)).toBe(kept))

  it('leaves out the only entry of a document that was cut before it said where it leads, and keeps one that did', () => {
    expect(trimmed('<rss><channel><title>T</title><item><title>cut')).toBe('<rss><channel><title>T</title>')
    const told = '<rss><channel><item><title>T</title><link>https://a.example/</link><description>cut'
    expect(trimmed(told)).toBe(told)
  })
})

describe('a finder', () => {
  it('finds what indexOf finds, in whatever order it is asked', () => {
    const text = 'a--b--c---d'
    const find = finder(text, '--')
    for (const from of [0, 5, 2, 9, 0, 7, 1, 3, 10, 4]) expect(find(from)).toBe(text.indexOf('--', from))
  })
})
