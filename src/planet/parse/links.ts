/** The absolute address of a link as a feed writes it, or nothing where it is none. Blanks in it and around it are forgiven. */
export function resolve(link: string | undefined, base: string): string | undefined {
  const trimmed = link?.trim().replace(/[\r\n\t]+/g, '')
  if (!trimmed) return undefined
  return URL.parse(trimmed, base)?.href
}

const TAG = /<[a-zA-Z][^<>]*>/g
const ATTRIBUTE = /(\s(?:href|src|poster|cite|data-src)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/gi
const RELATIVE = /\b(?:href|src|poster|cite)\s*=\s*["']?\s*(?![a-z][a-z0-9+.-]*:)[^\s"'>]/i

/** Makes the relative addresses in a body absolute: Jekyll, Hugo and home-made feeds write `src="/images/x.png"`. */
export function absolutise(html: string, base: string): string {
  if (!RELATIVE.test(html)) return html
  return html.replace(TAG, (tag) =>
    tag.replace(ATTRIBUTE, (whole, start: string, double?: string, single?: string, bare?: string) => {
      const quote = single === undefined ? '"' : "'"
      const value = double ?? single ?? bare ?? ''
      const address = /^[a-z][a-z0-9+.-]*:/i.test(value) ? undefined : resolve(value.replaceAll('&amp;', '&'), base)
      return address === undefined
        ? whole
        : `${start}${quote}${address.replaceAll('&', '&amp;').replaceAll(quote, '%22')}${quote}`
    }),
  )
}

/** The base of an element: its `xml:base` on top of the one around it (XML Base §4). */
export const baseOf = (base: string, own: string | undefined): string => (own === undefined ? base : (resolve(own, base) ?? base))
