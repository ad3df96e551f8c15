import { privateName } from './private-names.ts'

/** An element as rss-parser hands it on: its text alone, or text (`_`), attributes (`$`) and children by name. */
export type XmlNode = string | XmlElement
export type XmlElement = { _?: string; $?: Record<string, string>; [child: string]: unknown }

/** Elements by name, each with all its occurrences: an entry or a channel. */
export type Fields = Record<string, unknown>

/** All the elements of that name. */
export function nodes(fields: Fields | XmlNode | undefined, name: string): XmlNode[] {
  if (fields === undefined || typeof fields === 'string') return []
  const found = fields[name]
  return Array.isArray(found) ? found : []
}

/** All the elements of that name within another. */
export const children = (node: XmlNode, name: string): XmlNode[] => nodes(node, privateName(name))

export function attribute(node: Fields | XmlNode | undefined, name: string): string | undefined {
  if (node === undefined || typeof node === 'string') return undefined
  const { $ } = node as XmlElement
  const value = Array.isArray($) ? $[0]?.[name] : $?.[name]
  return typeof value === 'string' ? value.trim() : undefined
}

/** The text of an element, without white space around. Nothing where there is none. */
export function text(node: XmlNode | undefined): string | undefined {
  const value = typeof node === 'string' ? node : node?._
  return value?.trim() || undefined
}

/** The text of the first element that has one, looking through the names in order. */
export function firstText(fields: Fields | XmlNode | undefined, ...names: string[]): string | undefined {
  for (const name of names) {
    for (const node of nodes(fields, name)) {
      const found = text(node)
      if (found !== undefined) return found
    }
  }
  return undefined
}
