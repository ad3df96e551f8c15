import { findPrefixes, namespaced, type Prefixes, spell } from '../xml/names.ts'
import { readAttributes, writeAttributes } from './attributes.ts'
import { endOfCdata, readBody } from './body.ts'
import { unmangle } from './mojibake.ts'
import { decodeReferences, escapeText } from './references.ts'
import { type Scan, scanOf, type Token, tokenAt } from './scan.ts'
import { holdsText, holdsWord, localName } from './structure.ts'

/** A feed as well-formed XML in one vocabulary, its texts taken out: `<title>\ufdd03\ufdd1</title>` stands for `texts[3]`. */
export type Outline = { xml: string; texts: string[] }

/** Two noncharacters that no text holds (see controls.ts): between them, which text belongs here. */
const MARKED = /\ufdd0(\d+)\ufdd1/g

/** Puts the texts back in their places. */
export const restore = (value: string, texts: string[]): string =>
  value.includes('\ufdd0') ? value.replace(MARKED, (_, index) => texts[Number(index)] ?? '') : value

/** No feed nests deeper outside its texts; an attack does. */
const DEEPEST = 32

/**
 * Rewrites a document, trimmed to its root element, so that any XML parser reads it: every element closed where it must have ended, names in one
 * spelling, attributes quoted, stray `&` and `<` escaped. Texts, which are most of a feed, are read here and taken out. RSS 0.9 to 2.0 and RDF come
 * as `rss` with one `channel` that holds the items, whatever was closed where; Atom as `feed`.
 */
export function outline(text: string): Outline {
  return new Outliner(scanOf(text), findPrefixes(text)).run()
}

class Outliner {
  readonly #scan: Scan
  readonly #prefixes: Prefixes
  readonly #texts: string[] = []
  readonly #open: string[] = []
  #out = ''
  /** Attributes of the root (xml:lang, xml:base), which go to the channel. */
  #root: Map<string, string> | undefined
  /** How often an element of this name was found unclosed since the last entry began. */
  readonly #unclosed = new Map<string, number>()

  constructor(scan: Scan, prefixes: Prefixes) {
    this.#scan = scan
    this.#prefixes = prefixes
  }

  run(): Outline {
    const { text } = this.#scan
    let at = 0
    while (at < text.length) {
      const lt = this.#scan.lt(at)
      const end = lt === -1 ? text.length : lt
      if (end > at) this.#write(text.slice(at, end))
      if (lt === -1) break
      at = this.#take(tokenAt(this.#scan, lt), lt)
    }
    while (this.#open.length > 0) this.#pop()
    return { xml: this.#out, texts: this.#texts }
  }

  #take(token: Token, at: number): number {
    if (token.kind === 'open') return this.#openTag(token)
    if (token.kind === 'close') this.#close(spell(token.name, this.#prefixes))
    else if (token.kind === 'text') this.#write('<')
    else if (token.kind === 'cdata') {
      const end = endOfCdata(this.#scan, token.end, this.#open.at(-1) ?? 'item')
      this.#out += this.#keep(this.#scan.text.slice(token.end, end))
      return this.#scan.text.startsWith(']]>', end) ? end + 3 : end
    }
    return Math.max(token.end, at + 1)
  }

  #openTag(token: Extract<Token, { kind: 'open' }>): number {
    const name = spell(namespaced(token.name, token.attributes), this.#prefixes)
    const local = localName(name)
    const attributes = readAttributes(token.attributes, this.#prefixes)
    if (this.#open.length === 0 && this.#begin(local, attributes)) return token.end
    if (local === 'channel') return token.end
    if (name === 'item' || name === 'entry') {
      while (this.#open.length > this.#floor()) this.#pop()
      this.#unclosed.clear()
    } else if (holdsWord(this.#open.at(-1) ?? '')) this.#pop()
    if (this.#open.length >= DEEPEST) return token.end
    if (token.empty) {
      // rss-parser stumbles over an entry that has nothing at all.
      const inside = name === 'item' || name === 'entry' ? '<id/>' : ''
      this.#out += `<${name}${writeAttributes(attributes)}>${inside}</${name}>`
      return token.end
    }
    if (holdsText(name) && (this.#unclosed.get(local) ?? 0) < 3) return this.#text(token, name, attributes)
    this.#push(name, attributes)
    return token.end
  }

  /** Opens the root and the channel. True where the tag is done with. */
  #begin(local: string, attributes: Map<string, string>): boolean {
    if (local === 'feed') this.#push('feed', attributes)
    else if (local === 'rss' || local === 'rdf') this.#root = attributes
    else if (this.#root || local === 'channel') {
      // What some template language left between the root and the channel (`<cfoutput>`) is nothing.
      if (local !== 'channel' && local !== 'item' && !holdsText(local) && !holdsWord(local)) return true
      this.#out += '<rss version="2.0">'
      this.#open.push('rss')
      this.#push('channel', new Map([...(this.#root ?? []), ...(local === 'channel' ? attributes : [])]))
      return local === 'channel'
    } else {
      this.#push('feed', new Map())
      return false
    }
    return true
  }

  /** How many elements stay open around an entry. */
  #floor(): number {
    return this.#open[0] === 'feed' ? 1 : 2
  }

  #text(token: Extract<Token, { kind: 'open' }>, name: string, attributes: Map<string, string>): number {
    const body = readBody(this.#scan, token.end, token.name)
    const local = localName(name)
    if (!body.closed) this.#unclosed.set(local, (this.#unclosed.get(local) ?? 0) + 1)
    if (local === 'script' || local === 'style') return body.end
    if (body.inline) attributes.set('inline', 'yes')
    this.#out += `<${name}${writeAttributes(attributes)}>${this.#keep(body.text)}</${name}>`
    return body.end
  }

  #keep(text: string): string {
    return text === '' ? '' : `\ufdd0${this.#texts.push(unmangle(text)) - 1}\ufdd1`
  }

  #write(text: string): void {
    if (this.#open.length === 0) return
    this.#out += text.includes('&') || text.includes('<') ? escapeText(unmangle(decodeReferences(text))) : unmangle(text)
  }

  #push(name: string, attributes: Map<string, string>): void {
    this.#out += `<${name}${writeAttributes(attributes)}>`
    this.#open.push(name)
  }

  #pop(): void {
    this.#out += `</${this.#open.pop()}>`
  }

  /** Closes an element and all left open in it. A tag that closes nothing in this entry is dropped; the roots stay open to the end. */
  #close(name: string): void {
    const at = this.#open.lastIndexOf(name)
    if (at < this.#floor()) return
    const entry = this.#open.findLastIndex((open) => open === 'item' || open === 'entry')
    if (at < entry) return
    while (this.#open.length > at) this.#pop()
  }
}
