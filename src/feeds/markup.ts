/** Plain text as XML or HTML markup, for elements and quoted attributes alike. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/**
 * A plain title for RSS, where half of the readers show markup and half show text: only what an HTML reader would swallow is
 * escaped, so that both see the same.
 * @example rssTitle('3 < 4, and <canvas>') === '3 < 4, and &lt;canvas>'
 */
export function rssTitle(text: string): string {
  return text.replace(/&(?=#|[a-z]\w*;)/gi, '&amp;').replace(/<(?=[a-z/!?])/gi, '&lt;')
}

/** Characters outside of XML 1.0 §2.2. No document may hold them, not even escaped. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** Sanitised HTML without the characters that no XML document may hold. */
export const fitForXml = (html: string): string => html.toWellFormed().replace(FORBIDDEN, '')

/** An XML element with plain text or nothing inside. Attributes without a value are left out. */
export function element(name: string, attributes: Record<string, string | undefined>, text?: string): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeMarkup(value)}"`,
  )
  const head = `<${name}${written.join('')}`
  return text === undefined ? `${head}/>` : `${head}>${escapeMarkup(text)}</${name}>`
}

/**
 * Puts more into each item of a finished document, for what the library that wrote it has no words for. `open` is the start
 * tag without attributes as the library writes it; it can stand nowhere else, because texts are escaped.
 * @throws Error when the document has another number of items than there are additions
 */
export function weave(document: string, open: string, additions: { open: string; inside: string }[]): string {
  const [head = '', ...items] = document.split(open)
  if (items.length !== additions.length) throw new Error(`expected ${additions.length} of ${open}, found ${items.length}`)
  return head + additions.map((addition, index) => addition.open + addition.inside + (items[index] ?? '')).join('')
}
