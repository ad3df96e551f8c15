import { children, type Fields, nodes, text, type XmlNode } from './node.ts'

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
  const name = within(node, 'name') ?? text(node) ?? within(node, 'email') ?? within(node, 'uri')
  return name === undefined ? [] : [personOf(name)]
}

const within = (node: XmlNode, name: string): string | undefined =>
  children(node, name)
    .map(text)
    .find((found) => found !== undefined)

/** `ann@example.org (Ann)` and `Ann <ann@example.org>` are Ann; an address alone stays. */
function personOf(raw: string): string {
  const name = raw.match(/^[^\s@<>()]+@[^\s@<>()]+\s*\(([^()]+)\)$/)?.[1] ?? raw.match(/^([^<>@]+)<[^<>]+@[^<>]+>$/)?.[1] ?? raw
  return name.replace(/\s+/g, ' ').trim()
}
