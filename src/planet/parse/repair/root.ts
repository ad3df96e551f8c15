/** Where the root element of a feed begins, and its name in lower case without prefix. */
export type Root = { at: number; name: string }

const NAME = /<(?:[\w.-]{1,64}:)?([a-zA-Z]{2,12})(?=[\s/>])/y
const ROOTS = new Set(['rss', 'feed', 'rdf', 'channel', 'entry'])
/** How much may stand before the root, comments and a DOCTYPE aside: PHP warnings, a second declaration, an ad. */
const LEAD = 32_768

/**
 * Finds the root of a feed (`rss`, `feed`, `rdf:RDF`, `channel` or a lone `entry`, any prefix and case), past comments,
 * processing instructions and a DOCTYPE. Nothing is found in a page that begins with `<html>`.
 */
export function findRoot(text: string): Root | undefined {
  let at = text.indexOf('<')
  let skipped = 0
  while (at !== -1 && at - skipped < LEAD) {
    const end = endOfAside(text, at)
    if (end === -1) return undefined
    if (end > at) skipped += end - at
    else {
      NAME.lastIndex = at
      const name = NAME.exec(text)?.[1]?.toLowerCase()
      if (name === 'html' || name === 'body') return undefined
      if (name !== undefined && ROOTS.has(name)) return { at, name }
    }
    at = text.indexOf('<', Math.max(end, at + 1))
  }
  return undefined
}

/**
 * The end of a comment, processing instruction or DOCTYPE that begins at `at`; `at` itself where none does; -1 where it never
 * ends.
 */
function endOfAside(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4)
  if (text.startsWith('<?', at)) return after(text, '>', at)
  if (/^<!doctype/i.test(text.slice(at, at + 9))) return endOfDoctype(text, at)
  return at
}

/**
 * A DOCTYPE may hold declarations in brackets (XML 1.0 §2.8): Netscape's RSS 0.91 and home-made entities. They are never obeyed.
 */
function endOfDoctype(text: string, at: number): number {
  const end = text.indexOf('>', at)
  const bracket = text.indexOf('[', at)
  return bracket === -1 || end < bracket ? end + 1 || -1 : after(text, ']>', bracket)
}

function after(text: string, needle: string, from: number): number {
  const found = text.indexOf(needle, from)
  return found === -1 ? -1 : found + needle.length
}
