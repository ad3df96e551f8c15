import { type Fields, firstText, nodes, text, type XmlNode } from './node.ts'

/**
 * The names of those who wrote an entry, each once: Atom persons, Dublin Core, RSS `author` (an address with the name behind
 * it), iTunes.
 */
export function readAuthors(entry: Fields): string[] {
  const own = [...nodes(entry, 'author'), ...nodes(entry, 'dc:creator'), ...nodes(entry, 'dc:author')].flatMap(nameOf)
  const names =
    own.length > 0
      ? own
      : [...nodes(entry, 'itunes:author'), ...nodes(entry, 'dc:contributor'), ...nodes(entry, 'contributor')].flatMap(nameOf)
  return [...new Set(names)]
}

function nameOf(node: XmlNode): string[] {
  const name = firstText(node, '_name') ?? text(node) ?? firstText(node, '_email', '_uri')
  return name === undefined ? [] : [personOf(name)]
}

/** `ann@example.org (Ann)` and `Ann <ann@example.org>` are Ann; an address alone stays. */
function personOf(raw: string): string {
  const name = raw.match(/^[^\s@<>()]+@[^\s@<>()]+\s*\(([^()]+)\)$/)?.[1] ?? raw.match(/^([^<>@]+)<[^<>]+@[^<>]+>$/)?.[1] ?? raw
  return name.replace(/\s+/g, ' ').trim()
}
