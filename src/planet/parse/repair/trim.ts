import type { Root } from './root.ts'

/**
 * Drops what stands before the root (warnings of PHP, blank lines, declarations, DOCTYPE and with it every entity bomb)
 * and after its end (scripts of free hosts, notices). A document without its end, cut off on the way, ends after its last whole
 * item; where none is whole, before the one that was cut, unless that says already where it leads.
 */
export function trim(text: string, root: Root): string {
  const close = new RegExp(`</(?:[\\w.-]{1,64}:)?${root.name}\\s*>`, 'gi')
  const end = lastMatchEnd(text, close, root.at)
  if (end !== -1) return text.slice(root.at, end)
  const whole = lastMatchEnd(text, /<\/(?:[\w.-]{1,64}:)?(?:item|entry)\s*>/gi, root.at)
  if (whole !== -1) return text.slice(root.at, whole)
  const cut = [...text.slice(root.at + 1).matchAll(/<(?:[\w.-]{1,64}:)?(?:item|entry)[\s>]/gi)].at(-1)
  const from = cut === undefined ? text.length : root.at + 1 + cut.index
  return text.slice(root.at, LEADS_SOMEWHERE.test(text.slice(from)) ? undefined : from)
}

/** A whole link or id. */
const LEADS_SOMEWHERE = /<\/(?:[\w.-]{1,64}:)?(?:link|guid|id)\s*>|<(?:[\w.-]{1,64}:)?link\s[^>]{0,2000}\/>/i

/** The end of the last match, looking from the back in growing steps so that a long feed is not read for its last line. */
function lastMatchEnd(text: string, pattern: RegExp, from: number): number {
  for (let reach = 4096; ; reach *= 8) {
    const start = Math.max(from, text.length - reach)
    let end = -1
    for (const match of text.slice(start).matchAll(pattern)) end = start + match.index + match[0].length
    if (end !== -1 || start === from) return end
  }
}
