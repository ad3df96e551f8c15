import { isReadAttribute } from '../xml/fields.ts'
import { type Prefixes, spell } from '../xml/names.ts'
import { decodeReferences, escapeText } from './references.ts'

export type Attributes = ReadonlyMap<string, string>

export const NONE: Attributes = new Map()

const ATTRIBUTE = /([A-Za-z_][\w.:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|["']?([^\s"'<>]+)))?/g

/**
 * Reads the attributes of a tag however they are written: without quotes, twice (the first counts), without a value, with bare
 * `&`. Names come in the reader's spelling, values decoded; those that nobody reads are left out.
 */
export function readAttributes(raw: string, prefixes: Prefixes): Attributes {
  if (raw === '') return NONE
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single, bare] of raw.matchAll(ATTRIBUTE)) {
    const spelled = spell(name, prefixes)
    if (!isReadAttribute(spelled) || attributes.has(spelled)) continue
    attributes.set(spelled, decodeReferences(double ?? single ?? bare ?? ''))
  }
  return attributes
}

/** Writes attributes as well-formed XML, each after a blank. */
export function writeAttributes(attributes: Attributes): string {
  let out = ''
  for (const [name, value] of attributes) out += ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`
  return out
}
