import { finder } from './find.ts'

/** A document with what is needed to walk through its tags without ever going over the same text more than a few times. */
export type Scan = {
  text: string
  lt: (from: number) => number
  gt: (from: number) => number
  cdataOpen: (from: number) => number
  cdataEnd: (from: number) => number
  commentEnd: (from: number) => number
}

export const CDATA = '<![CDATA['

export const scanOf = (text: string): Scan => ({
  text,
  lt: finder(text, '<'),
  gt: finder(text, '>'),
  cdataOpen: finder(text, CDATA),
  cdataEnd: finder(text, ']]>'),
  commentEnd: finder(text, '-->'),
})

export type OpenTag = { kind: 'open'; name: string; attributes: string; empty: boolean; end: number }

/** What begins at a `<`: `text` where it begins nothing, as in `1 < 2`. `name` as written; `end` is after the whole of it. */
export type Token =
  | OpenTag
  | { kind: 'close'; name: string; end: number }
  | { kind: 'cdata'; end: number }
  | { kind: 'aside'; end: number }
  | { kind: 'text'; end: number }

const NAME = /<\/?([A-Za-z_][\w.:-]*)/y
// Attributes in quotes, in which `>` may stand but `<` may not. Each turn begins with a quote, so it never backtracks far.
const REST = /[^"'<>]*(?:"[^"<]*"[^"'<>]*|'[^'<]*'[^"'<>]*)*>/y

/** The name of the tag at `at`, an opening or a closing one, as written. */
export function nameAt(text: string, at: number): string | undefined {
  NAME.lastIndex = at
  return NAME.exec(text)?.[1]
}

/** Reads what begins at the `<` at `at`. */
export function tokenAt(scan: Scan, at: number): Token {
  const { text } = scan
  const next = text[at + 1]
  if (next === '!') return declarationAt(scan, at)
  if (next === '?') return { kind: 'aside', end: past(scan.gt(at), 1, text) }
  const name = nameAt(text, at)
  if (name === undefined) return { kind: 'text', end: at + 1 }
  if (next === '/') return closeAt(scan, at, name)
  return openAt(scan, at, name)
}

function declarationAt(scan: Scan, at: number): Token {
  const { text } = scan
  if (text.startsWith(CDATA, at)) return { kind: 'cdata', end: at + CDATA.length }
  if (text.startsWith('<!--', at)) {
    const end = scan.commentEnd(at + 4)
    // A comment that never ends would hide all that follows: only its mark is dropped.
    return { kind: 'aside', end: end === -1 ? at + 4 : end + 3 }
  }
  return { kind: 'aside', end: past(scan.gt(at), 1, text) }
}

function closeAt(scan: Scan, at: number, name: string): Token {
  const after = at + 2 + name.length
  const gt = scan.gt(after)
  const lt = scan.lt(after)
  const isWhole = gt !== -1 && (lt === -1 || gt < lt)
  return { kind: 'close', name, end: isWhole ? gt + 1 : after }
}

function openAt(scan: Scan, at: number, name: string): Token {
  const { text } = scan
  const after = at + 1 + name.length
  REST.lastIndex = after
  let end = REST.test(text) ? REST.lastIndex : -1
  if (end === -1) {
    // A quote too few, as in `<guid isPermaLink="false>`: the tag ends at its `>` all the same.
    const gt = scan.gt(after)
    const lt = scan.lt(after)
    if (gt === -1 || (lt !== -1 && lt < gt)) return { kind: 'text', end: at + 1 }
    end = gt + 1
  }
  const empty = text[end - 2] === '/'
  return { kind: 'open', name, attributes: text.slice(after, empty ? end - 2 : end - 1), empty, end }
}

const past = (found: number, length: number, text: string): number => (found === -1 ? text.length : found + length)
