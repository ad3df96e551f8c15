import { resolve } from '../links.ts'
import { attribute, type Fields, nodes, text } from './node.ts'

const OPEN = /https?:\/\/(?:www\.)?creativecommons\.org\/(?:licenses|publicdomain)\/[\w./-]*[\w/]/i

/**
 * The address of the licence that a feed or an entry names: the Creative Commons elements, `rel="license"`, or an address of
 * Creative Commons in the rights.
 */
export function readLicence(fields: Fields, base: string): string | undefined {
  for (const node of [...nodes(fields, 'creativecommons:license'), ...nodes(fields, 'cc:license')]) {
    const url = resolve(attribute(node, 'rdf:resource') ?? attribute(node, 'resource') ?? text(node), base)
    if (url) return url
  }
  for (const node of [...nodes(fields, 'link'), ...nodes(fields, 'atom:link')]) {
    const url = attribute(node, 'rel')?.toLowerCase() === 'license' ? resolve(attribute(node, 'href'), base) : undefined
    if (url) return url
  }
  for (const node of ['rights', 'dc:rights', 'copyright'].flatMap((name) => nodes(fields, name))) {
    const url = text(node)?.match(OPEN)?.[0]
    if (url) return url
  }
  return undefined
}
