import { writeAttributes } from './attributes.ts'

/** `end` is how the tag that closes it is spelled. */
type Open = { name: string; end: string }

const isEntry = ({ name }: Open): boolean => name === 'item' || name === 'entry'

/** Writes XML that is well-formed whatever it is told: it knows what is open, and closes it in order. */
export class Elements {
  readonly #open: Open[] = []
  #xml = ''

  /** How many elements are open. */
  get depth(): number {
    return this.#open.length
  }

  /** The name of the innermost open element. */
  get top(): string {
    return this.#open.at(-1)?.name ?? ''
  }

  open(name: string, attributes: Map<string, string>, end = name): void {
    this.#xml += `<${name}${writeAttributes(attributes)}>`
    this.#open.push({ name, end })
  }

  /** Writes text as it is: it must be escaped. */
  write(text: string): void {
    this.#xml += text
  }

  /** Closes the innermost element. */
  pop(): void {
    this.#xml += `</${this.#open.pop()?.name}>`
  }

  /** Closes all down to the feed or channel, as an entry that begins does. */
  popToFeed(): void {
    while (this.#open.length > this.#roots) this.pop()
  }

  /** Closes an element and all left open in it. An end that closes nothing in its entry is dropped; feed and channel stay open. */
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

  get #roots(): number {
    return this.#open[0]?.name === 'feed' ? 1 : 2
  }
}
