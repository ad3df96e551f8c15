/**
 * Words from outside as words of a Markdown text, whatever they are: no link, image, heading, table or tag comes of them, and no
 * invisible sign turns the line around.
 */
export function asWords(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]>#|~$@]|:(?=\/\/)|(?<=www)\.|(?<=\])\(/gi, '\\$&')
    .replace(/^([-+=]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
}

/** A link to a web address; any other address becomes mere words. */
export function asLink(words: string, address: string): string {
  const href = webAddress(address)
  return href === undefined ? asWords(words) : `[${asWords(words)}](<${href}>)`
}

/** A web address that is a link to itself; any other becomes mere words. */
export function asAddress(address: string): string {
  const href = webAddress(address)
  return href === undefined ? asWords(address) : `<${href}>`
}

/** The address without a sign that could end a link in angle brackets. */
function webAddress(address: string): string | undefined {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) return undefined
  return new URL(address).href.replaceAll('\\', '%5C').replaceAll('<', '%3C').replaceAll('>', '%3E')
}
