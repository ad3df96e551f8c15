import type { Document, LineCounter } from 'yaml'

/** The line, from 1, of a field in a YAML document; of the nearest thing around it where the field itself is missing. */
export function lineOf(document: Document, lines: LineCounter, path: PropertyKey[]): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isRanged(node)) return lines.linePos(node.range[0]).line
  }
  return undefined
}

/** A field as people name it: `blogs[2].feed`. */
export const fieldName = (path: PropertyKey[]): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? String(part) : `.${String(part)}`)).join('')

const isRanged = (node: unknown): node is { range: [number, number, number] } =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
