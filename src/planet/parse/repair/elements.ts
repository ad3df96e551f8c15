import { isStructure, privateName } from '../xml/private-names.ts'
import { type Attributes, writeAttributes } from './attributes.ts'

/** `end` is how the tag that closes it is spelled; `start` is where in the document its inside begins. */
type Open = { name: string; end: string; start: number }

const isEntry = ({ name }: { name: string }): boolean => name === 'item' || name === 'entry'

/** Writes XML that is well-formed whatever it is told: it knows what is open, and closes it in order. */
export class Elements {
  readonly #open: Open[] = []
  #xml = ''
  /** The depth from which on nothing is written, because nobody reads it. */
  #hidden = Number.POSITIVE_INFINITY

  /** How many elements are open. */
  get depth(): number {
    return this.#open.length
  }

  /** The name of the innermost open element. */
  get top(): string {
    return this.#open.at(-1)?.name ?? ''
  }

  /** Whether anybody reads text here: not what stands loose in a feed or an entry, nor what is left out. */
  get takesText(): boolean {
    return this.#open.length > 0 && !this.#isHidden && !isStructure(this.top)
  }

  /** Opens an element. One that is `hidden` is left out, with all that comes in it. */
  open(name: string, attributes: Attributes, { end = name, hidden = false } = {}): void {
    if (hidden) this.#hidden = Math.min(this.#hidden, this.#open.length + 1)
    if (this.#open.length + 1 < this.#hidden) this.#xml += `<${privateName(name)}${writeAttributes(attributes)}>`
    this.#open.push({ name, end, start: this.#xml.length })
  }

  /** Writes text as it is: it must be escaped. */
  write(text: string): void {
    if (!this.#isHidden) this.#xml += text
  }

  /** Closes the innermost element. */
  pop(): void {
    const last = this.#open.at(-1)
    if (!last) return
    // rss-parser stumbles over a feed or an entry that has nothing at all.
    if (isStructure(last.name) && last.start === this.#xml.length) this.write('<x/>')
    if (!this.#isHidden) this.#xml += `</${privateName(last.name)}>`
    else if (this.#open.length === this.#hidden) this.#hidden = Number.POSITIVE_INFINITY
    this.#open.pop()
  }

  /** Closes all down to the feed or channel, as an entry that begins does. */
  popToFeed(): void {
    while (this.#open.length > this.#roots) this.pop()
  }

  /**
   * Closes an element and all left open in it. An end that closes nothing in its entry is dropped; feed and channel stay open.
   */
  close(end: string): void {
    const at = this.#open.findLastIndex((element) => element.end === end)
    if (at < this.#roots || at < this.#open.findLastIndex(isEntry)) return
    while (this.#open.length > at) this.pop()
  }

  /** Closes all and gives the document. */
  finish(): string {
    while (this.#open.length > 0) this.pop()
    return this.#xml
  }

  get #isHidden(): boolean {
    return this.#open.length >= this.#hidden
  }

  get #roots(): number {
    return this.#open[0]?.name === 'feed' ? 1 : 2
  }
}
