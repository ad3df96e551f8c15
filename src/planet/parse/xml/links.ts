import type { Enclosure } from '../feed.ts'
import { baseOf, resolve } from '../links.ts'
import { attribute, children, type Fields, nodes, text, type XmlNode } from './node.ts'

/** A link of Atom (RFC 4287 §4.2.7), in whatever feed it stands; RSS's own links count as alternates. */
type Link = { rel: string; type: string; url: string; length: string | undefined; typed: boolean }

/** All links of a feed or an entry, absolute. */
export function readLinks(fields: Fields, base: string): Link[] {
  return [...nodes(fields, 'link'), ...nodes(fields, 'atom:link')].flatMap((node) => readLink(node, base))
}

function readLink(node: XmlNode, base: string): Link[] {
  const href = attribute(node, 'href')
  const url = resolve(href ?? text(node), baseOf(base, attribute(node, 'xml:base')))
  if (url === undefined) return []
  const rel = attribute(node, 'rel')?.toLowerCase().replace('http://www.iana.org/assignments/relation/', '')
  const type = attribute(node, 'type')?.toLowerCase() ?? ''
  return [{ rel: rel || 'alternate', type, url, length: attribute(node, 'length'), typed: href !== undefined }]
}

/** The address of the page: an alternate in HTML before one of no type, before others. */
export function pageOf(links: Link[]): string | undefined {
  const alternates = links.filter(({ rel }) => rel === 'alternate')
  const best = alternates.find(({ type }) => type.includes('html')) ?? alternates.find(({ type }) => type === '')
  return (best ?? alternates[0])?.url
}

/** The files of an entry: RSS enclosures, Atom's links to them, and Media RSS. Each address once. */
export function readEnclosures(entry: Fields, links: Link[], base: string): Enclosure[] {
  const media = [
    ...nodes(entry, 'media:content'),
    ...nodes(entry, 'media:group').flatMap((group) => children(group, 'media:content')),
  ]
  const found = [
    ...nodes(entry, 'enclosure').map((node) =>
      enclosure(resolve(attribute(node, 'url') ?? text(node), base), attribute(node, 'type'), attribute(node, 'length')),
    ),
    ...links.filter(({ rel }) => rel === 'enclosure').map(({ url, type, length }) => enclosure(url, type, length)),
    ...media.map((node) =>
      enclosure(resolve(attribute(node, 'url'), base), attribute(node, 'type'), attribute(node, 'filesize')),
    ),
  ]
  const byUrl = new Map<string, Enclosure>()
  for (const file of found) if (file && !byUrl.has(file.url)) byUrl.set(file.url, file)
  return [...byUrl.values()]
}

function enclosure(url: string | undefined, type: string | undefined, length: string | undefined): Enclosure | undefined {
  if (url === undefined) return undefined
  const bytes = Number(length)
  return { url, ...(type ? { type } : {}), ...(Number.isSafeInteger(bytes) && bytes > 0 ? { length: bytes } : {}) }
}
