import { decodeReferences, escapeText } from './references.ts'
import { type Scan, tokenAt } from './scan.ts'
import { isEdge, isField } from './structure.ts'

/**
 * The inside of an element that holds text, decoded once. `inline` where markup stood in it as elements (XHTML, or HTML that
 * nobody escaped).
 */
export type Body = { text: string; inline: boolean; end: number; closed: boolean }

type Piece = { from: number; to: number; cdata: boolean }

/**
 * Takes the inside of the element `name` that begins at `from`, up to its end: CDATA as it stands, escaped text decoded, markup
 * as markup. An element that is never closed ends before the next field of its entry, or with the entry.
 */
export function readBody(scan: Scan, from: number, name: string): Body {
  const own = name.toLowerCase()
  const pieces: Piece[] = []
  let depth = 1
  let inline = false
  let field = -1
  let start = from
  let at = scan.lt(from)
  const finish = (end: number, after: number, closed: boolean): Body => {
    const last = pieces.at(-1)
    if (end > start) pieces.push({ from: start, to: end, cdata: false })
    else if (last && last.to > end) last.to = end
    return { text: render(scan.text, pieces, inline), inline, end: after, closed }
  }
  while (at !== -1) {
    const token = tokenAt(scan, at)
    let next = token.end
    if (token.kind === 'cdata' || (token.kind === 'aside' && scan.text.startsWith('<!--', at))) {
      if (at > start) pieces.push({ from: start, to: at, cdata: false })
      if (token.kind === 'cdata') {
        const end = endOfCdata(scan, token.end, own)
        pieces.push({ from: token.end, to: end, cdata: true })
        next = scan.text.startsWith(']]>', end) ? end + 3 : end
      }
      start = next
    } else if (token.kind === 'close') {
      if (token.name.toLowerCase() === own && --depth === 0) return finish(at, token.end, true)
      if (isEdge(token.name)) break
      inline = true
    } else if (token.kind === 'open') {
      if (isEdge(token.name)) break
      if (field === -1 && isField(token.name)) field = at
      if (token.name.toLowerCase() === own && !token.empty) depth++
      inline = true
    }
    at = scan.lt(next)
  }
  const edge = at === -1 ? scan.text.length : at
  if (field === -1) return finish(edge, edge, false)
  return cutAt(scan, from, field, pieces)
}

/** A text that was never closed, cut before the first field that follows it. */
function cutAt(scan: Scan, from: number, field: number, pieces: Piece[]): Body {
  const kept = pieces.filter((piece) => piece.from < field)
  const start = kept.at(-1)?.to ?? from
  const tail = kept.at(-1)?.cdata === true && scan.text.startsWith(']]>', start) ? start + 3 : start
  if (tail < field) kept.push({ from: tail, to: field, cdata: false })
  const inline = kept.some((piece) => !piece.cdata && hasTag(scan.text.slice(piece.from, piece.to)))
  return { text: render(scan.text, kept, inline), inline, end: field, closed: false }
}

const hasTag = (text: string): boolean => /<\/?[a-zA-Z]/.test(text)

/**
 * The end of a CDATA section (the place of its `]]>`). One that was left open would swallow the entries up to the end of the
 * next: when another opens before the end, it ends where its element does.
 */
export function endOfCdata(scan: Scan, from: number, element: string): number {
  const end = scan.cdataEnd(from)
  const again = scan.cdataOpen(from)
  if (end !== -1 && (again === -1 || again > end)) return end
  const limit = again === -1 ? scan.text.length : again
  const region = scan.text.slice(from, limit)
  const close = region.search(endOf(element))
  if (close !== -1) return from + close
  return end === -1 ? limit : end
}

const ENDS = new Map<string, RegExp>()

/** The end of an element, or of what holds it. */
function endOf(element: string): RegExp {
  const known = ENDS.get(element)
  if (known) return known
  const names = `${element.replaceAll('.', '\\.')}|(?:\\w+:)?(?:item|entry|channel|rss|feed|rdf)`
  const made = new RegExp(`</(?:${names})\\s*>`, 'i')
  if (ENDS.size < 100) ENDS.set(element, made)
  return made
}

/** Puts the pieces together. Beside markup CDATA is text like any other and is escaped; without markup all is decoded. */
function render(text: string, pieces: Piece[], inline: boolean): string {
  let out = ''
  for (const { from, to, cdata } of pieces) {
    const piece = text.slice(from, to)
    if (cdata) out += inline ? escapeText(piece) : piece
    else out += inline ? piece : decodeReferences(piece)
  }
  return out
}
