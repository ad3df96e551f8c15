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
 * Replaces each `mark` of a finished document by a text of its own: the way to tell in each item what the library that wrote
 * it has no words for. A tag is a safe mark, because texts are escaped.
 * @throws Error when there is another number of marks than of texts
 */
export function weave(document: string, mark: string, texts: string[]): string {
  const [head = '', ...rest] = document.split(mark)
  if (rest.length !== texts.length) throw new Error(`expected ${texts.length} of ${mark}, found ${rest.length}`)
  return head + texts.map((text, index) => text + (rest[index] ?? '')).join('')
}
