import { isRead } from '../xml/fields.ts'
import { findPrefixes, namespaced, type Prefixes, spell } from '../xml/names.ts'
import { type Attributes, NONE, readAttributes } from './attributes.ts'
import { endOfCdata, readBody } from './body.ts'
import { Elements } from './elements.ts'
import { markOf } from './marks.ts'
import { unmangle } from './mojibake.ts'
import { decodeReferences, escapeText } from './references.ts'
import { type OpenTag, type Scan, scanOf, type Token, tokenAt } from './scan.ts'
import { endsBefore, holdsText, holdsWord, isCode, localName } from './structure.ts'

/** A feed as well-formed XML in one vocabulary, its texts taken out: where text 3 stood, there is its mark (see marks.ts). */
export type Outline = { xml: string; texts: string[] }

/** No feed nests deeper outside its texts; an attack does. */
const DEEPEST = 32
/**
 * So many unclosed texts of one name in an entry are read; further ones are left as elements, or an attack would take quadratic
 * time.
 */
const UNCLOSED = 3

/** No blog has more entries in its feed; what comes after so many is not read. */
const MOST_ENTRIES = 10_000

/**
 * Rewrites a document, trimmed to its root element, so that any XML parser reads it: every element closed where it must have
 * ended, names in one spelling, attributes quoted, stray `&` and `<` escaped. Texts, which are most of a feed, are read here and
 * taken out. RSS 0.9 to 2.0 and RDF come as `rss` with one `channel` that holds the items, whatever was closed where; Atom as
 * `feed`.
 */
export function outline(text: string): Outline {
  return new Outliner(scanOf(text), findPrefixes(text)).run()
}

class Outliner {
  readonly #scan: Scan
  readonly #prefixes: Prefixes
  readonly #elements = new Elements()
  readonly #texts: string[] = []
  /** Attributes of the root (xml:lang, xml:base), which go to the channel. */
  #root: Attributes | undefined
  /** How often a text of this name was found unclosed since the last entry began. */
  readonly #unclosed = new Map<string, number>()
  #entries = 0

  constructor(scan: Scan, prefixes: Prefixes) {
    this.#scan = scan
    this.#prefixes = prefixes
  }

  run(): Outline {
    const { text } = this.#scan
    let at = 0
    while (at < text.length && this.#entries <= MOST_ENTRIES) {
      const lt = this.#scan.lt(at)
      if (lt !== at) this.#write(text.slice(at, lt === -1 ? undefined : lt))
      if (lt === -1) break
      at = this.#take(tokenAt(this.#scan, lt))
    }
    if (this.#elements.depth === 0) this.#openChannel(NONE)
    return { xml: this.#elements.finish(), texts: this.#texts }
  }

  /** Deals with what begins at a `<`, and says where to go on. */
  #take(token: Token): number {
    if (token.kind === 'open') return this.#open(token)
    if (token.kind === 'cdata') return this.#cdata(token.end)
    if (token.kind === 'close') this.#elements.close(spell(token.name, this.#prefixes))
    else if (token.kind === 'text') this.#write('<')
    return token.end
  }

  #open(token: OpenTag): number {
    const name = spell(namespaced(token.name, token.attributes), this.#prefixes)
    const attributes = readAttributes(token.attributes, this.#prefixes)
    const isEntry = name === 'item' || name === 'entry'
    if (this.#elements.depth === 0 && !this.#begin(name, attributes)) return token.end
    if (localName(name) === 'channel') return token.end
    if (isEntry) {
      if (++this.#entries > MOST_ENTRIES) return token.end
      this.#elements.popToFeed()
      this.#unclosed.clear()
    } else if (endsBefore(this.#elements.top, name)) this.#elements.pop()
    if (this.#elements.depth >= DEEPEST) return token.end
    if (!token.empty && holdsText(name) && this.#mayRead(name)) return this.#text(token, name, attributes)
    const hidden = !isRead(this.#elements.top, name)
    this.#elements.open(name, attributes, { end: spell(token.name, this.#prefixes), hidden })
    if (token.empty) this.#elements.pop()
    return token.end
  }

  /**
   * Opens the root and the channel. Says whether the tag is still to be written: not where it was the root, nor where it is
   * what some template language left before the channel (`<cfoutput>`).
   */
  #begin(name: string, attributes: Attributes): boolean {
    const local = localName(name)
    if (local === 'feed') this.#elements.open('feed', attributes)
    else if (local === 'rss' || local === 'rdf') this.#root = attributes
    else if (this.#root === undefined && local !== 'channel') {
      this.#elements.open('feed', NONE)
      return true
    } else if (local === 'channel' || local === 'item' || holdsText(name) || holdsWord(name)) {
      this.#openChannel(local === 'channel' ? attributes : NONE)
      return true
    }
    return false
  }

  #openChannel(attributes: Attributes): void {
    this.#elements.open('rss', new Map([['version', '2.0']]))
    this.#elements.open('channel', new Map([...(this.#root ?? []), ...attributes]))
  }

  #mayRead(name: string): boolean {
    return (this.#unclosed.get(localName(name)) ?? 0) < UNCLOSED
  }

  #text(token: OpenTag, name: string, attributes: Attributes): number {
    const body = readBody(this.#scan, token.end, token.name)
    const local = localName(name)
    if (!body.closed) this.#unclosed.set(local, (this.#unclosed.get(local) ?? 0) + 1)
    if (isCode(local) || !isRead(this.#elements.top, name)) return body.end
    this.#elements.open(name, body.inline ? new Map([...attributes, ['inline', 'yes']]) : attributes)
    this.#keep(body.text)
    this.#elements.pop()
    return body.end
  }

  #cdata(from: number): number {
    const end = endOfCdata(this.#scan, from, this.#elements.top)
    this.#keep(this.#scan.text.slice(from, end))
    return this.#scan.text.startsWith(']]>', end) ? end + 3 : end
  }

  #keep(text: string): void {
    if (text !== '' && this.#elements.takesText) this.#elements.write(markOf(this.#texts.push(unmangle(text)) - 1))
  }

  #write(text: string): void {
    if (!this.#elements.takesText || !/\S/.test(text)) return
    const isPlain = !text.includes('&') && !text.includes('<')
    this.#elements.write(isPlain ? unmangle(text) : escapeText(unmangle(decodeReferences(text))))
  }
}
