import { attribute, children, type Fields, nodes, text, type XmlNode } from './node.ts'

/**
 * The words that an entry is filed under, each once: RSS categories, Atom terms (the term, not the label), Dublin Core
 * subjects, the categories and keywords of Media RSS and iTunes.
 */
export function readTags(entry: Fields): string[] {
  const categories = [...nodes(entry, 'category'), ...nodes(entry, 'categories').flatMap((list) => children(list, 'category'))]
  const keywords = ['itunes:keywords', 'media:keywords', 'keywords'].flatMap((name) => nodes(entry, name))
  const words = [
    ...categories.map((node) => attribute(node, 'term') ?? text(node) ?? attribute(node, 'label')),
    ...nodes(entry, 'dc:subject').map((node) => text(node) ?? children(node, 'rdf:value').map(text)[0]),
    ...nodes(entry, 'media:category').map((node) => attribute(node, 'label') ?? text(node)),
    ...nodes(entry, 'itunes:category').flatMap(withinItunes),
    ...keywords.flatMap((node) => (text(node) ?? '').split(',')),
  ]
  const clean = words.map((word) => word?.replace(/\s+/g, ' ').trim() ?? '').filter((word) => word !== '')
  return [...new Set(clean)]
}

/** iTunes names a category in an attribute and its subcategory in an element within. */
const withinItunes = (node: XmlNode): (string | undefined)[] =>
  [node, ...children(node, 'itunes:category')].map((category) => attribute(category, 'text'))
