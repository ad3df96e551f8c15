import { asUntrusted, type UntrustedHtml } from '../feed.ts'
import { absolutise, baseOf } from '../links.ts'
import { escapeText } from '../repair/references.ts'
import { attribute, type Fields, nodes, text, type XmlNode } from './node.ts'

/** The text of an element as HTML, relative addresses in it made absolute. Nothing where it has none. */
export function htmlOf(node: XmlNode | undefined, base: string): UntrustedHtml | undefined {
  const raw = text(node)
  if (node === undefined || raw === undefined) return undefined
  const html = asHtml(raw, attribute(node, 'type'), attribute(node, 'mode'), attribute(node, 'inline') !== undefined)
  return html === '' ? undefined : asUntrusted(absolutise(html, baseOf(base, attribute(node, 'xml:base'))))
}

/** The first of the elements, by the order of names, that has words; where none has, the first that has anything (a picture). */
export function firstHtml(fields: Fields, base: string, ...names: string[]): UntrustedHtml | undefined {
  let pictures: UntrustedHtml | undefined
  for (const name of names) {
    for (const node of nodes(fields, name)) {
      const html = htmlOf(node, base)
      if (html !== undefined && !WORDLESS.test(html)) return html
      pictures ??= html
    }
  }
  return pictures
}

const WORDLESS = /^(?:\s|&nbsp;|<[^<>]*>)*$/

/**
 * What `type` and `mode` make of a text (RFC 4287 §3.1, Atom 0.3 §3.1): plain text is escaped, XHTML loses its `<div>`, Base64
 * is decoded. Without them a text is HTML, as in RSS.
 */
function asHtml(raw: string, type: string | undefined, mode: string | undefined, inline: boolean): string {
  if (inline) return unwrap(raw)
  const kind = type?.toLowerCase()
  if (mode?.toLowerCase() === 'base64') return Buffer.from(raw, 'base64').toString('utf8')
  if (kind === 'text' || kind === 'text/plain') return escapeText(raw)
  return raw
}

const WRAPPER = /^<(?:[\w-]+:)?(?:div|body)(?:\s[^<>]*)?>([\s\S]*)<\/(?:[\w-]+:)?(?:div|body)\s*>$/i
const PREFIX = /(<\/?)[\w-]+:(?=[a-z][\w-]*[\s/>])/gi
const EMPTY = /<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/>/gi

/** XHTML as HTML: without the wrapping `<div>` and prefixes, and `<a name="x"/>` with an end of its own. */
function unwrap(raw: string): string {
  const inside = raw.replace(WRAPPER, '$1').trim()
  const plain = inside.includes(':') ? inside.replace(PREFIX, '$1') : inside
  return plain.includes('/>') ? plain.replace(EMPTY, '<$1$2></$1>') : plain
}
