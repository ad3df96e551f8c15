import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLSeq } from 'yaml'

/**
 * The text of a YAML file without one entry of the list under `key` at its top. All the rest stays as it was written, comments too;
 * only those directly above the entry go with it that speak of one of `names`, and those inside.
 */
export function cut(text: string, key: string, index: number, names: string[] = []): string {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, keepSourceTokens: true })
  const list = isMap(document.contents) ? document.contents.get(key, true) : document.contents
  if (!isSeq(list)) return text
  const [from, to] = list.flow ? flowSpan(list, index) : blockSpan(text, list, index, names)
  const rest = text.slice(0, from) + text.slice(to)
  return list.items.length > 1 || list.flow ? rest : withEmptyList(rest, key)
}

type Span = [from: number, to: number]

const rangeOf = (list: YAMLSeq, index: number): Span => {
  const node = list.items[index]
  const range = typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? node.range : [0, 0]
  return [Number(range[0]), Number(range[1])]
}

function flowSpan(list: YAMLSeq, index: number): Span {
  const [from, to] = rangeOf(list, index)
  if (index + 1 < list.items.length) return [from, rangeOf(list, index + 1)[0]]
  return index > 0 ? [rangeOf(list, index - 1)[1], to] : [from, to]
}

/** Whole lines: from the dash, to the last comment that stands deeper than it, and the empty lines behind. */
function blockSpan(text: string, list: YAMLSeq, index: number, names: string[]): Span {
  const dash = dashOf(list, index)
  const column = dash - lineStart(text, dash)
  let from = lineStart(text, dash)
  let above = from
  while (above > 0 && /^\s*#/.test(lineAt(text, lineStart(text, above - 1)))) above = lineStart(text, above - 1)
  const spokenOf = text.slice(above, from).toLowerCase()
  if (names.some((name) => name !== '' && spokenOf.includes(name.toLowerCase()))) from = above

  const last = text.slice(0, rangeOf(list, index)[1]).trimEnd().length
  let to = lineEnd(text, last)
  while (to < text.length && isInside(lineAt(text, to), column)) to = lineEnd(text, to)
  while (to < text.length && lineAt(text, to).trim() === '') to = lineEnd(text, to)
  return [from, to]
}

const isInside = (line: string, column: number): boolean => /^\s*#/.test(line) && line.search(/\S/) > column

function dashOf(list: YAMLSeq, index: number): number {
  const token = list.srcToken
  const start = token?.type === 'block-seq' ? token.items[index]?.start.find(({ type }) => type === 'seq-item-ind') : undefined
  return start?.offset ?? rangeOf(list, index)[0]
}

/** `key:` with nothing behind it is no list. */
function withEmptyList(text: string, key: string): string {
  const { contents } = parseDocument(text)
  if (!isMap(contents)) return text
  const node = contents.items.map((pair) => pair.key).find((name) => isScalar(name) && name.value === key)
  const end = isScalar(node) ? node.range?.[1] : undefined
  if (end === undefined) return text
  const colon = text.indexOf(':', end) + 1
  return `${text.slice(0, colon)} []${text.slice(colon)}`
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** Where the next line begins. */
const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end + 1
}

const lineAt = (text: string, start: number): string => text.slice(start, lineEnd(text, start))
