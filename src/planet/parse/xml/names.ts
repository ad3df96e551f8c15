/** The namespaces that feeds use, under every address they were ever given, and the one prefix that the reader knows each by. */
const PREFIXES: Record<string, string> = {
  'www.w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'purl.org/rss/1.0': 'rss',
  'my.netscape.com/rdf/simple/0.9': 'rss',
  'channel.netscape.com/rdf/simple/0.9': 'rss',
  'my.netscape.com/publish/formats/rss-0.91.dtd': 'rss',
  'backend.userland.com/rss': 'rss',
  'backend.userland.com/rss2': 'rss',
  'backend.userland.com/rss091': 'rss',
  'blogs.law.harvard.edu/tech/rss': 'rss',
  'cyber.law.harvard.edu/rss': 'rss',
  'www.rssboard.org/rss-specification': 'rss',
  'www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'purl.org/rss/1.0/modules/slash': 'slash',
  'purl.org/syndication/thread/1.0': 'thr',
  'wellformedweb.org/commentapi': 'wfw',
  'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'www.itunes.com/dtds/podcast-1.0': 'itunes',
  'search.yahoo.com/mrss': 'media',
  'www.w3.org/1999/xhtml': 'xhtml',
  'backend.userland.com/creativecommonsrssmodule': 'creativecommons',
  'cyber.law.harvard.edu/rss/creativecommonsrssmodule.html': 'creativecommons',
  'web.resource.org/cc': 'cc',
  'creativecommons.org/ns': 'cc',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
}

const DECLARATION = /xmlns(?::([\w.-]{1,64}))?\s{0,9}=\s{0,9}["']\s{0,9}(?:https?:\/\/)?([^"'<>\s]{1,200})/iy
/** Nobody declares more; more is an attack. */
const MOST = 500

/** What a prefix stands for in one document. The first declaration of a prefix wins, wherever it stands. */
export type Prefixes = { known: Map<string, string>; spelled: Map<string, string> }

/** Collects the namespace declarations of a document (Namespaces in XML 1.0), under the prefixes that the reader knows. */
export function findPrefixes(text: string): Prefixes {
  const known = new Map<string, string>()
  const prefixes: Prefixes = { known, spelled: new Map() }
  // The programs that write everything in capitals are old and rare.
  const word = text.includes('xmlns') ? 'xmlns' : 'XMLNS'
  let seen = 0
  for (let at = text.indexOf(word); at !== -1 && seen < MOST; at = text.indexOf(word, at + 1)) {
    seen++
    DECLARATION.lastIndex = at
    const [, prefix, address] = DECLARATION.exec(text) ?? []
    const key = prefix?.toLowerCase()
    if (key === undefined || known.has(key)) continue
    const ours = PREFIXES[(address ?? '').toLowerCase().replace(/[/#]+$/, '')]
    known.set(key, ours ?? key)
  }
  return prefixes
}

/**
 * The one spelling of an element's or attribute's name: lower case, the reader's own prefix, none for RSS and Atom.
 * Feeds write `<A:Feed>`, `<d:creator>`, `<RSS:item>`; programs of the early years wrote everything in capitals.
 */
export function spell(raw: string, { known, spelled }: Prefixes): string {
  const done = spelled.get(raw)
  if (done !== undefined) return done
  const name = raw.toLowerCase()
  const colon = name.indexOf(':')
  const prefix = name.slice(0, Math.max(colon, 0))
  const ours = known.get(prefix) ?? prefix
  const local = name.slice(colon + 1)
  const result = ours === '' || ours === 'rss' || ours === 'atom' ? local : `${ours}:${local}`
  if (spelled.size < MOST) spelled.set(raw, result)
  return result
}

const OWN_NAMESPACE = /\sxmlns\s*=\s*["']\s*(?:https?:\/\/)?([^"'<>\s]+)/i

/**
 * An element's name with the prefix of a namespace that it declares for itself: FeedForAll writes `<keywords
 * xmlns="http://www.itunes.com/…">`.
 */
export function namespaced(name: string, attributes: string): string {
  if (name.includes(':') || !attributes.includes('xmlns')) return name
  const prefix =
    PREFIXES[
      attributes
        .match(OWN_NAMESPACE)?.[1]
        ?.toLowerCase()
        .replace(/[/#]+$/, '') ?? ''
    ]
  return prefix === undefined ? name : `${prefix}:${name}`
}
