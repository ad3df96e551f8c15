import { attribute, type Fields, firstText, nodes, text } from './node.ts'

/** The words that an entry is filed under, each once: RSS categories, Atom terms (the term, not the label), Dublin Core subjects, iTunes keywords. */
export function readTags(entry: Fields): string[] {
  const words = [
    ...nodes(entry, 'category').map((node) => attribute(node, 'term') ?? text(node) ?? attribute(node, 'label')),
    ...nodes(entry, 'dc:subject').map((node) => text(node) ?? firstText(node, 'own:rdf:value')),
    ...nodes(entry, 'media:category').map((node) => attribute(node, 'label') ?? text(node)),
    ...nodes(entry, 'itunes:keywords').flatMap((node) => (text(node) ?? '').split(',')),
  ]
  const clean = words.map((word) => word?.replace(/\s+/g, ' ').trim() ?? '').filter((word) => word !== '')
  return [...new Set(clean)]
}
