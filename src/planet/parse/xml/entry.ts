import { compact } from '../compact.ts'
import { readDate } from '../dates.ts'
import type { Entry } from '../feed.ts'
import { readLanguage } from '../language.ts'
import { baseOf, resolve } from '../links.ts'
import { firstHtml } from './content.ts'
import { readLicence } from './licence.ts'
import { pageOf, readEnclosures, readLinks } from './links.ts'
import { attribute, children, type Fields, firstText, nodes, text } from './node.ts'
import { readAuthors } from './people.ts'
import { readTags } from './tags.ts'

/** Makes an entry of what an `item` or `entry` holds. `base` and `language` are those of the feed around it. */
export function readEntry(fields: Fields, feedBase: string, feedLanguage: string | undefined): Entry {
  const base = baseOf(feedBase, attribute(fields, 'xml:base'))
  const links = readLinks(fields, base)
  const html = firstHtml(
    fields,
    base,
    'content:encoded',
    'content',
    'xhtml:body',
    'body',
    'xhtml:div',
    'div',
    'fullitem',
    'yandex:full-text',
  )
  const summary = firstHtml(
    withMedia(fields),
    base,
    'summary',
    'description',
    'dc:description',
    'itunes:summary',
    'media:description',
  )
  const comments = Number(firstText(fields, 'slash:comments', 'thr:total'))
  return compact({
    id: firstText(fields, 'guid', 'id') ?? attribute(fields, 'rdf:about'),
    url: pageOf(links) ?? permalink(fields, base),
    title: firstHtml(fields, base, 'title', 'dc:title', 'media:title', 'itunes:title'),
    published: firstDate(
      fields,
      'pubdate',
      'published',
      'issued',
      'dcterms:issued',
      'dc:date',
      'date',
      'created',
      'dcterms:created',
    ),
    updated: firstDate(fields, 'updated', 'modified', 'dcterms:modified'),
    authors: readAuthors(fields),
    html,
    summary,
    tags: readTags(fields),
    enclosures: readEnclosures(fields, links, base),
    licence: readLicence(fields, base),
    commentsUrl:
      resolve(firstText(fields, 'comments'), base) ??
      links.find(({ rel, type }) => rel === 'replies' && type.includes('html'))?.url,
    comments: Number.isSafeInteger(comments) && comments >= 0 ? comments : undefined,
    language:
      readLanguage(firstText(fields, 'dc:language', 'language')) ?? readLanguage(attribute(fields, 'xml:lang')) ?? feedLanguage,
  })
}

/** What Media RSS says of a video's group (YouTube) it says of the entry. */
function withMedia(fields: Fields): Fields {
  const groups = nodes(fields, 'media:group')
  if (groups.length === 0) return fields
  return {
    ...fields,
    'media:description': [
      ...nodes(fields, 'media:description'),
      ...groups.flatMap((group) => children(group, 'media:description')),
    ],
  }
}

/** An id that looks like an address and does not deny to be one. */
function permalink(fields: Fields, base: string): string | undefined {
  for (const node of [...nodes(fields, 'guid'), ...nodes(fields, 'id')]) {
    const guid = text(node)
    if (attribute(node, 'ispermalink')?.toLowerCase() !== 'false' && guid !== undefined && /^https?:\/\//i.test(guid))
      return resolve(guid, base)
  }
  return undefined
}

function firstDate(fields: Fields, ...names: string[]): string | undefined {
  for (const name of names) {
    for (const node of nodes(fields, name)) {
      const date = readDate(text(node))
      if (date !== undefined) return date
    }
  }
  return undefined
}
