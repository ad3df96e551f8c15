/** The absolute address of a link as a feed writes it, or nothing where it is none. Blanks in it and around it are forgiven. */
export function resolve(link: string | undefined, base: string): string | undefined {
  const trimmed = link?.trim().replace(/[\r\n\t]+/g, '')
  if (!trimmed) return undefined
  return URL.parse(trimmed, base)?.href
}

const TAG = /<[a-zA-Z][^<>]*>/g
const ATTRIBUTE = /(\s(?:href|src)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/gi
// Both cases spelled out: every body passes here, and so it takes half the time that the flag `i` takes.
const RELATIVE = /\s(?:[hH][rR][eE][fF]|[sS][rR][cC])\s*=\s*["']?\s*(?![a-zA-Z][a-zA-Z0-9+.-]*:)[^\s"'>]/
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:/i

/** Makes the relative addresses in a body absolute: Jekyll, Hugo and home-made feeds write `src="/images/x.png"`. */
export function absolutise(html: string, base: string): string {
  if (!RELATIVE.test(html)) return html
  const known = new Map<string, string>()
  const absolute = (value: string): string => {
    const found = known.get(value)
    if (found !== undefined) return found
    const address = resolve(value.replaceAll('&amp;', '&'), base)
    const written = address === undefined ? value : address.replaceAll('&', '&amp;').replaceAll('"', '%22').replaceAll("'", '%27')
    known.set(value, written)
    return written
  }
  const mend = (whole: string, start: string, double?: string, single?: string, bare?: string): string => {
    const value = double ?? single ?? bare ?? ''
    return ABSOLUTE.test(value) ? whole : `${start}"${absolute(value)}"`
  }
  return html.replace(TAG, (tag) => (tag.includes('=') ? tag.replace(ATTRIBUTE, mend) : tag))
}

/** The base of an element: its `xml:base` on top of the one around it (XML Base §4). */
export const baseOf = (base: string, own: string | undefined): string => (own === undefined ? base : (resolve(own, base) ?? base))
