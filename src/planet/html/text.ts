import { Parser } from 'htmlparser2'
import type { UntrustedHtml } from '../parse/feed.ts'

/** Elements whose content no reader sees, and `figure`: a caption without its picture says nothing. */
const UNSEEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'title',
  'head',
  'textarea',
  'select',
  'button',
  'audio',
  'video',
  'canvas',
  'figure',
])

/** Elements that part words although there may be no blank between them. */
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'tt',
  'u',
  'var',
  'wbr',
])

/** What nobody can see but what would turn the text round or cut it: controls, direction overrides, lone surrogates. */
const INVISIBLE = /[\p{Cc}\u00ad\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]+/gu

/** What `plain` would change; most texts have none of it, and asking once is cheaper than replacing thrice. */
const UNTIDY = /[^\S ]|^ | $| {2}|[\p{Cc}\p{Cs}\u00ad\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/u

/** Plain text of one line: no controls, no direction overrides, no half characters, single blanks. Safe wherever it is escaped. */
export function plain(text: string): string {
  if (!UNTIDY.test(text)) return text
  return text
    .toWellFormed()
    .replace(/[\t\n\r\f\v]+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

/** What a reader would read in markup, and where it leads. */
export type Reading = { text: string; words: number; links: string[] }

/**
 * Reads markup as a reader would. `text` ends after about `limit` characters, but `words` and `links` tell of the whole.
 * Streams, so that hostile nesting costs nothing. Links are http(s) addresses, absolute, without fragment, once each, at most 100.
 */
export function readText(html: UntrustedHtml, base: string, limit: number): Reading {
  let text = ''
  let words = 0
  let midWord = false
  let unseen = 0
  const links = new Set<string>()
  const flush = (piece: string): void => {
    if (text.length < limit) text += piece.slice(0, limit)
  }
  const part = (): void => {
    midWord = false
    flush(' ')
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (UNSEEN.has(name)) unseen++
        if (!INLINE.has(name)) part()
        if (name === 'a' && links.size < 100) addLink(links, attributes.href, base)
      },
      ontext(piece) {
        if (unseen > 0) return
        // A reference such as &eacute; comes as a piece of its own, in the middle of its word.
        words += countWords(piece) - (midWord && /^[\p{L}\p{N}\p{M}]/u.test(piece) ? 1 : 0)
        midWord = /[\p{L}\p{N}\p{M}]$/u.test(piece)
        flush(piece)
      },
      onclosetag(name) {
        if (UNSEEN.has(name) && unseen > 0) unseen--
        if (!INLINE.has(name)) part()
      },
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  return { text: plain(text), words, links: [...links] }
}

/** The words of a title or a name that may carry markup. */
export function plainText(html: UntrustedHtml | undefined, limit = 1000): string {
  if (html === undefined || html === '') return ''
  return html.includes('<') || html.includes('&')
    ? readText(html, 'about:blank', limit).text
    : plain(html.slice(0, limit * 4)).slice(0, limit)
}

function addLink(links: Set<string>, href: string | undefined, base: string): void {
  const url = href === undefined || href.startsWith('#') ? null : URL.parse(href, base)
  if (url === null) return
  url.hash = ''
  if ((url.protocol === 'http:' || url.protocol === 'https:') && url.href.length <= 1000) links.add(url.href)
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'·-]*/gu

const countWords = (piece: string): number => piece.match(WORD)?.length ?? 0
